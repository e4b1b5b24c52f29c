namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>A rectangle of the picture; −1 and 1 are its edges, y points up.</summary>
internal readonly record struct ScreenBounds(float Left, float Right, float Bottom, float Top)
{
    /// <summary>Nearer than this the projection of a corner is not to be trusted, metres.</summary>
    private const float Near = 0.05f;

    private static readonly ScreenBounds Everywhere = new(-1, 1, -1, 1);

    private static readonly ScreenBounds Nowhere = new(1, -1, 1, -1);

    /// <summary>The rectangle about the corners of a primitive.</summary>
    public static ScreenBounds Of(in Primitive primitive, in Camera camera)
    {
        var centre = camera.ToCamera(primitive.Frame.Origin);
        var x = camera.ToCamera(primitive.Frame.X) * (primitive.Half.X * primitive.Widest);
        var y = camera.ToCamera(primitive.Frame.Y) * primitive.Half.Y;
        var z = camera.ToCamera(primitive.Frame.Z) * (primitive.Half.Z * primitive.Widest);
        float left = float.MaxValue, right = float.MinValue, bottom = float.MaxValue, top = float.MinValue;
        var behind = 0;
        for (var corner = 0; corner < 8; corner++)
        {
            var point = centre + x * ((corner & 1) * 2 - 1) + y * ((corner & 2) - 1) + z * ((corner & 4) / 2 - 1);
            if (-point.Z < Near)
            {
                behind++;
                continue;
            }

            var scale = 1 / (-point.Z * camera.HalfWidth);
            left = MathF.Min(left, point.X * scale);
            right = MathF.Max(right, point.X * scale);
            bottom = MathF.Min(bottom, point.Y * scale);
            top = MathF.Max(top, point.Y * scale);
        }

        return behind == 0 ? new ScreenBounds(left, right, bottom, top) : behind == 8 ? Nowhere : Everywhere;
    }
}
