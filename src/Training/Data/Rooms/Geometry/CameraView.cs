namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>
/// The rays of the camera in the own coordinates of a primitive: the ray of the picture's point (x, y) starts at <see cref="Origin"/>
/// in the direction <see cref="Right"/> x + <see cref="Up"/> y + <see cref="Ahead"/>, and its parameter is the depth in metres.
/// </summary>
internal struct CameraView
{
    public Point3 Origin, Right, Up, Ahead;

    /// <summary>The primitive's axes, of which the parts of a direction along them are those in its own coordinates.</summary>
    public Point3 X, Y, Z;

    /// <summary>Where the picture may show it.</summary>
    public ScreenBounds Bounds;

    public CameraView(in Primitive primitive, in Camera camera)
    {
        var (frame, half) = (primitive.Frame, primitive.Half);
        (X, Y, Z) = (frame.X * (1 / half.X), frame.Y * (1 / half.Y), frame.Z * (1 / half.Z));
        Origin = ToLocal(-frame.Origin);
        Right = ToLocal(camera.Right);
        Up = ToLocal(camera.Up);
        Ahead = ToLocal(-camera.Back);
        Bounds = ScreenBounds.Of(primitive, camera);
    }

    /// <summary>A direction of the room in the primitive's own coordinates.</summary>
    public readonly Point3 ToLocal(Point3 direction) =>
        new(Point3.Dot(direction, X), Point3.Dot(direction, Y), Point3.Dot(direction, Z));
}
