namespace Surrogates.Training.Data.Rooms;

/// <summary>What scenes are made.</summary>
public sealed record RoomSceneOptions
{
    /// <summary>The smallest and the largest <see cref="Size"/>.</summary>
    public const int MinimumSize = 16, MaximumSize = 1024;

    /// <summary>The side of the square pictures in pixels; 16 to 1,024, default 64.</summary>
    public int Size { get; init; } = 64;

    /// <summary>Seeds the scenes; default 1. Scenes of different seeds have nothing in common.</summary>
    public int Seed { get; init; } = 1;

    internal static void RequireSize(int size) =>
        OptionRange.Require(
            size is >= MinimumSize and <= MaximumSize, "size", size, $"a side of square pictures of {MinimumSize} to {MaximumSize} pixels");
}
