namespace Surrogates.Training.Data.Rooms.Labels;

/// <summary>The kinds of furniture that a scene can show; the numbers are those of the labels.</summary>
internal enum ObjectClass : sbyte
{
    /// <summary>What is decoration, and never the object of a picture.</summary>
    None = -1,
    Bed,
    Sofa,
    Chair,
    Table,
    Desk,
    Cabinet,
    Shelf,
    Television,
    Refrigerator,
    Stove,
    WashingMachine,
    Bathtub,
    Toilet,
    Sink,
}
