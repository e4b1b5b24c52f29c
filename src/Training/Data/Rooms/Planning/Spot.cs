namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>Where a piece of furniture stands.</summary>
internal enum Spot
{
    FrontWall,
    LeftWall,
    RightWall,
    Free,
}
