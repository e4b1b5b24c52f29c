namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>What floors are made of.</summary>
internal enum FloorFinish : byte
{
    Planks,
    Tiles,
    Carpet,
    Stone,
}
