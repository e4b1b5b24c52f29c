using System.Collections.Immutable;
using Surrogates.Training.Data.Rooms.Labels;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>All furniture; what can be the object of a picture comes in the order of <see cref="ObjectClass"/>.</summary>
internal static class Catalogue
{
    public static ImmutableArray<FurnitureKind> Objects { get; } =
    [
        new(ObjectClass.Bed, SegmentClass.Bed, new(0.9f, 0.7f, 1.8f), new(1.9f, 1.2f, 2.1f), 0.1f, 1, Beds.Build),
        new(ObjectClass.Sofa, SegmentClass.Sofa, new(1.2f, 0.7f, 0.75f), new(2.3f, 0.95f, 1), 0.3f, 1, Sofas.Build),
        new(ObjectClass.Chair, SegmentClass.Chair, new(0.4f, 0.8f, 0.42f), new(0.65f, 1.15f, 0.65f), 0.7f, 1, Chairs.Build),
        new(ObjectClass.Table, SegmentClass.Table, new(0.6f, 0.42f, 0.6f), new(1.9f, 0.8f, 1), 0.75f, 1, Tables.Build),
        new(ObjectClass.Desk, SegmentClass.Table, new(1, 0.7f, 0.55f), new(1.8f, 0.78f, 0.85f), 0.2f, 1.3f, Desks.Build),
        new(ObjectClass.Cabinet, SegmentClass.Cabinet, new(0.6f, 0.75f, 0.35f), new(1.7f, 2.1f, 0.6f), 0, 0.4f, Cabinets.Build),
        new(ObjectClass.Shelf, SegmentClass.Shelf, new(0.6f, 0.9f, 0.25f), new(1.5f, 2.1f, 0.4f), 0, 0.5f, Shelves.Build),
        new(ObjectClass.Television, SegmentClass.Appliance, new(0.9f, 0.9f, 0.3f), new(1.6f, 1.5f, 0.45f), 0, 3, Televisions.Build),
        new(ObjectClass.Refrigerator, SegmentClass.Appliance, new(0.55f, 1.3f, 0.55f), new(0.95f, 2, 0.75f), 0, 0.8f, Refrigerators.Build),
        new(ObjectClass.Stove, SegmentClass.Appliance, new(0.5f, 0.82f, 0.55f), new(0.9f, 0.95f, 0.65f), 0, 3, Stoves.Build),
        new(ObjectClass.WashingMachine, SegmentClass.Appliance, new(0.55f, 0.8f, 0.5f), new(0.7f, 1, 0.65f), 0, 1, WashingMachines.Build),
        new(ObjectClass.Bathtub, SegmentClass.BathroomFixture, new(1.4f, 0.5f, 0.65f), new(1.9f, 0.65f, 0.9f), 0.25f, 2, Bathtubs.Build),
        new(ObjectClass.Toilet, SegmentClass.BathroomFixture, new(0.38f, 0.74f, 0.6f), new(0.45f, 0.9f, 0.72f), 0, 5, Toilets.Build),
        new(ObjectClass.Sink, SegmentClass.BathroomFixture, new(0.45f, 0.8f, 0.4f), new(1, 0.95f, 0.6f), 0, 1.2f, Sinks.Build),
    ];

    public static FurnitureKind Plant { get; } =
        new(ObjectClass.None, SegmentClass.Plant, new(0.3f, 0.6f, 0.3f), new(0.6f, 1.6f, 0.6f), 0.4f, 0, Plants.Build);

    public static FurnitureKind FloorLamp { get; } =
        new(ObjectClass.None, SegmentClass.Lamp, new(0.3f, 1.3f, 0.3f), new(0.5f, 1.8f, 0.5f), 0.2f, 0, FloorLamps.Build);
}
