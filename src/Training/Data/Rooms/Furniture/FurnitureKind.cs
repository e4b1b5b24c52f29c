using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Labels;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A kind of furniture.</summary>
/// <param name="Object">What it counts as.</param>
/// <param name="Segment">What its pixels are.</param>
/// <param name="Smallest">The least width, height and depth, metres.</param>
/// <param name="Largest">The most.</param>
/// <param name="Freedom">The share of it that stands free, not against a wall.</param>
/// <param name="Interest">How often the camera is aimed at it rather than at what else is there; small things need it more.</param>
/// <param name="Build">Puts one together.</param>
internal sealed record FurnitureKind(
    ObjectClass Object, SegmentClass Segment, Point3 Smallest, Point3 Largest, float Freedom, float Interest, BuildFurniture Build);
