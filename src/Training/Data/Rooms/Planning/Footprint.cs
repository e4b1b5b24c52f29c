using Surrogates.Training.Data.Rooms.Geometry;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>The part of the floor that something takes up: a rectangle along the room's axes, metres.</summary>
internal readonly record struct Footprint(float Left, float Right, float Front, float Back)
{
    /// <summary>The rectangle about furniture of this width and depth.</summary>
    public static Footprint Of(in Frame frame, float width, float depth)
    {
        var x = (MathF.Abs(frame.X.X) * width + MathF.Abs(frame.Z.X) * depth) / 2;
        var z = (MathF.Abs(frame.X.Z) * width + MathF.Abs(frame.Z.Z) * depth) / 2;
        return new Footprint(frame.Origin.X - x, frame.Origin.X + x, frame.Origin.Z - z, frame.Origin.Z + z);
    }

    public bool Overlaps(in Footprint other, float gap) =>
        Left < other.Right + gap && other.Left < Right + gap && Front < other.Back + gap && other.Front < Back + gap;

    public bool IsWithin(in RoomBox box) =>
        Left >= -box.Left && Right <= box.Right && Front >= -box.Front && Back <= box.Back;

    /// <summary>Whether the camera keeps this distance from it.</summary>
    public bool IsClearOfCamera(float distance) =>
        Left > distance || Right < -distance || Front > distance || Back < -distance;
}
