namespace Surrogates.Training.Tasks;

/// <summary>How a picture was moved in training; first shifted down, then mirrored, then shifted right.</summary>
/// <param name="Mirrors">Whether left and right were exchanged.</param>
/// <param name="Down">Pixels by which it was shifted down; up where negative.</param>
/// <param name="Right">Pixels by which it was shifted right; left where negative.</param>
public readonly record struct PictureChange(bool Mirrors, int Down, int Right);
