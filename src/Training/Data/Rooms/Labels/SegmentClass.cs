namespace Surrogates.Training.Data.Rooms.Labels;

/// <summary>What a pixel can be; the numbers are those of the labels.</summary>
internal enum SegmentClass : byte
{
    Wall,
    Floor,
    Ceiling,
    Window,
    Door,
    Picture,
    Rug,
    Bed,
    Sofa,
    Chair,
    Table,
    Cabinet,
    Shelf,
    Lamp,
    Plant,
    Appliance,
    BathroomFixture,
}
