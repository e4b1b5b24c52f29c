namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>What walls are made of.</summary>
internal enum WallFinish : byte
{
    Paint,
    Wallpaper,
    Tiles,
    Bricks,
}
