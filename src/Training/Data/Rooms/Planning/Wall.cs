namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>The walls that the camera may see; the fourth is behind it.</summary>
internal enum Wall
{
    Front,
    Left,
    Right,
}
