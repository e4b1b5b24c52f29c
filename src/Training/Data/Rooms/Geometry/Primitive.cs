using Surrogates.Training.Data.Rooms.Labels;

namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>A convex solid, placed, with its material and what it is a part of.</summary>
internal struct Primitive
{
    public Shape Shape;

    /// <summary>Its centre and axes in the room.</summary>
    public Frame Frame;

    /// <summary>Half its extents along its axes, metres.</summary>
    public Point3 Half;

    /// <summary>Of a cone: its radius at the bottom is 1 − taper of its mean radius, at the top 1 + taper.</summary>
    public float Taper;

    /// <summary>The material of the sides, the bottom and the top.</summary>
    public short SideMaterial, BottomMaterial, TopMaterial;

    /// <summary>What its pixels are; of the room, that of the walls.</summary>
    public SegmentClass Segment;

    /// <summary>The piece of furniture that it is a part of, or −1.</summary>
    public int Item;

    /// <summary>As the camera sees it.</summary>
    public CameraView View;

    /// <summary>Its half extents in the directions of the room's axes.</summary>
    public readonly Point3 Reach
    {
        get
        {
            var (x, y, z) = (Frame.X * (Half.X * Widest), Frame.Y * Half.Y, Frame.Z * (Half.Z * Widest));
            return new Point3(
                MathF.Abs(x.X) + MathF.Abs(y.X) + MathF.Abs(z.X),
                MathF.Abs(x.Y) + MathF.Abs(y.Y) + MathF.Abs(z.Y),
                MathF.Abs(x.Z) + MathF.Abs(y.Z) + MathF.Abs(z.Z));
        }
    }

    /// <summary>How far it reaches along x and z in its own coordinates.</summary>
    public readonly float Widest => 1 + MathF.Abs(Taper);
}
