namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>
/// The rays of the camera in the own coordinates of a primitive: the ray of the picture's point (x, y) starts at <see cref="Origin"/>
/// in the direction <see cref="Right"/> x + <see cref="Up"/> y + <see cref="Ahead"/>, and its parameter is the depth in metres.
/// </summary>
internal struct CameraView
{
    public Point3 Origin, Right, Up, Ahead;

    /// <summary>Where the picture may show it.</summary>
    public ScreenBounds Bounds;

    public CameraView(in Primitive primitive, in Camera camera)
    {
        Origin = primitive.ToLocal(-primitive.Frame.Origin);
        Right = primitive.ToLocal(camera.Right);
        Up = primitive.ToLocal(camera.Up);
        Ahead = primitive.ToLocal(-camera.Back);
        Bounds = ScreenBounds.Of(primitive, camera);
    }
}
