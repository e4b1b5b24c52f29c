using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Labels;
using Surrogates.Training.Data.Rooms.Planning;
using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>
/// Puts a piece of furniture together from primitives. Its coordinates: x to the right of who faces it, y up from the floor, z to the
/// front; the origin is on the floor below its middle. All sizes are whole ones in metres.
/// </summary>
internal readonly ref struct FurnitureBuilder(RoomPlan plan, Dice dice, Frame frame, Point3 size, SegmentClass segment)
{
    public Dice Dice { get; } = dice;

    public float Width { get; } = size.X;

    public float Height { get; } = size.Y;

    public float Depth { get; } = size.Z;

    public Frame Frame { get; } = frame;

    /// <summary>The same piece, of which what follows is something else.</summary>
    public FurnitureBuilder As(SegmentClass part) => new(plan, Dice, Frame, new Point3(Width, Height, Depth), part);

    /// <summary>The same piece in another frame: tilted or lying parts.</summary>
    public FurnitureBuilder In(Frame other) => new(plan, Dice, other, new Point3(Width, Height, Depth), segment);

    public short Use(in Material material) => plan.Add(material);

    /// <summary>A box about a middle.</summary>
    public void Box(short material, float x, float y, float z, float width, float height, float depth) =>
        Add(Shape.Box, material, x, y, z, width, height, depth, 0);

    /// <summary>A box on something: <paramref name="bottom"/> is where it starts.</summary>
    public void BoxOn(short material, float x, float bottom, float z, float width, float height, float depth) =>
        Box(material, x, bottom + height / 2, z, width, height, depth);

    public void Ellipsoid(short material, float x, float y, float z, float width, float height, float depth) =>
        Add(Shape.Ellipsoid, material, x, y, z, width, height, depth, 0);

    /// <summary>An upright cylinder, or a cone that was cut.</summary>
    public void Cone(short material, float x, float bottom, float z, float bottomRadius, float topRadius, float height)
    {
        var mean = bottomRadius + topRadius;
        Add(Shape.Cone, material, x, bottom + height / 2, z, mean, height, mean, (topRadius - bottomRadius) / mean);
    }

    /// <summary>The same, of which the depth is not the width.</summary>
    public void OvalCone(short material, float x, float bottom, float z, float width, float depth, float height, float taper) =>
        Add(Shape.Cone, material, x, bottom + height / 2, z, width, height, depth, taper);

    /// <summary>Four legs at the corners of a rectangle.</summary>
    public void Legs(short material, float x, float z, float width, float depth, float height, float thickness, bool areRound)
    {
        for (var corner = 0; corner < 4; corner++)
        {
            var (legX, legZ) = (
                x + ((corner & 1) * 2 - 1) * (width - thickness) / 2,
                z + ((corner & 2) - 1) * (depth - thickness) / 2);
            if (areRound)
            {
                Cone(material, legX, 0, legZ, thickness * 0.35f, thickness * 0.5f, height);
            }
            else
            {
                BoxOn(material, legX, 0, legZ, thickness, height, thickness);
            }
        }
    }

    private void Add(
        Shape shape, short material, float x, float y, float z, float width, float height, float depth, float taper) =>
        plan.Add(new Primitive
        {
            Shape = shape,
            Frame = Frame with { Origin = Frame.At(x, y, z) },
            Half = new Point3(width / 2, height / 2, depth / 2),
            Taper = taper,
            SideMaterial = material,
            BottomMaterial = material,
            TopMaterial = material,
            Segment = segment,
            Item = -1,
        });
}
