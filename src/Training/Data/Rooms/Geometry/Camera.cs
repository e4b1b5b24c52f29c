namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>
/// A pinhole camera at the origin. The axes of the room are x right, y up, z backwards, so that a camera that is turned nowhere looks
/// along −z.
/// </summary>
internal readonly record struct Camera
{
    /// <param name="yaw">Degrees that it is turned to the right.</param>
    /// <param name="pitch">Degrees that it is then turned upwards.</param>
    /// <param name="roll">Degrees that it is at last turned clockwise about where it looks.</param>
    /// <param name="fieldOfView">Degrees from the left edge of the picture to the right one.</param>
    public Camera(double yaw, double pitch, double roll, double fieldOfView)
    {
        (Yaw, Pitch, Roll) = (yaw, pitch, roll);
        HalfWidth = Angles.Tan(fieldOfView / 2);
        var (sinYaw, cosYaw) = (Angles.Sin(yaw), Angles.Cos(yaw));
        var (sinPitch, cosPitch) = (Angles.Sin(pitch), Angles.Cos(pitch));
        var (sinRoll, cosRoll) = (Angles.Sin(roll), Angles.Cos(roll));
        var right = new Point3(cosYaw, 0, sinYaw);
        var up = new Point3(-sinYaw * sinPitch, cosPitch, cosYaw * sinPitch);
        Right = right * cosRoll - up * sinRoll;
        Up = up * cosRoll + right * sinRoll;
        Back = new Point3(-sinYaw * cosPitch, -sinPitch, cosYaw * cosPitch);
    }

    public double Yaw { get; }

    public double Pitch { get; }

    public double Roll { get; }

    /// <summary>The camera's axes in the room: x, y, z of camera coordinates.</summary>
    public Point3 Right { get; }

    public Point3 Up { get; }

    public Point3 Back { get; }

    /// <summary>Half the width of what it sees at a depth of one metre.</summary>
    public float HalfWidth { get; }

    /// <summary>A direction, or a point, of the room in camera coordinates.</summary>
    public Point3 ToCamera(Point3 point) => new(Point3.Dot(point, Right), Point3.Dot(point, Up), Point3.Dot(point, Back));

    /// <summary>Whether the picture has a point at least <paramref name="margin"/> of its half width within its edges.</summary>
    public bool Sees(Point3 point, float margin)
    {
        var seen = ToCamera(point);
        var edge = -seen.Z * HalfWidth * (1 - margin);
        return seen.Z < 0 && MathF.Abs(seen.X) < edge && MathF.Abs(seen.Y) < edge;
    }
}
