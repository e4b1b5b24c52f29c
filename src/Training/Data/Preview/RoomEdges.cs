namespace Surrogates.Training.Data.Preview;

/// <summary>
/// The twelve edges of a room over a picture of it: where floor, walls and ceiling meet, as a pinhole camera sees them through furniture.
/// </summary>
/// <param name="Layout">
/// The distances from the camera to the left, right, floor, ceiling, front and back side of the room, then yaw, pitch and roll in degrees:
/// the camera is turned to the right, then up, and at last clockwise about where it looks.
/// </param>
/// <param name="FieldOfView">Degrees from the left edge of the picture to the right one.</param>
internal sealed record RoomEdges(IReadOnlyList<double> Layout, double FieldOfView)
{
    private const double Near = .01;
    private const int Axes = 3;
    private const int Corners = 1 << Axes;

    /// <summary>Draws the edges as far as they are within a picture.</summary>
    public void Draw(Canvas canvas, int left, int top, int width, int height, double thickness, Rgb color)
    {
        foreach (var ((fromX, fromY), (toX, toY)) in Project(height / (double)width))
        {
            canvas.Line(Place(fromX, fromY), Place(toX, toY), thickness, color);
        }

        (double X, double Y) Place(double x, double y) => (left + (width * (1 + x) / 2), top + ((height - (width * y)) / 2));
    }

    /// <summary>The visible parts of edges in halves of the picture's width from its middle: x to the right, y up.</summary>
    /// <param name="aspect">The picture's height by its width.</param>
    public IEnumerable<((double X, double Y) From, (double X, double Y) To)> Project(double aspect)
    {
        var (sine, cosine) = Direction.Of(FieldOfView / 2);
        var halfWidth = sine / cosine;
        var camera = ToCamera();
        for (var corner = 0; corner < Corners; corner++)
        {
            for (var axis = 0; axis < Axes; axis++)
            {
                var other = corner | (1 << axis);
                if (other != corner && Clip(camera(Corner(corner)), camera(Corner(other)), halfWidth, aspect) is var (from, to))
                {
                    yield return (from, to);
                }
            }
        }
    }

    // A side of the room for each axis, x right, y up, z backwards: the one at its start, or at its end.
    private (double X, double Y, double Z) Corner(int corner) => (
        (corner & 1) == 0 ? -Layout[0] : Layout[1],
        (corner & 2) == 0 ? -Layout[2] : Layout[3],
        (corner & 4) == 0 ? -Layout[4] : Layout[5]);

    // To the right of the camera, above it, and ahead of it.
    private Func<(double X, double Y, double Z), (double Right, double Up, double Ahead)> ToCamera()
    {
        var (sinYaw, cosYaw) = Direction.Of(Layout[6]);
        var (sinPitch, cosPitch) = Direction.Of(Layout[7]);
        var (sinRoll, cosRoll) = Direction.Of(Layout[8]);
        return point =>
        {
            var level = (point.X * sinYaw) - (point.Z * cosYaw);
            var right = (point.X * cosYaw) + (point.Z * sinYaw);
            var up = (point.Y * cosPitch) - (level * sinPitch);
            return ((right * cosRoll) - (up * sinRoll), (up * cosRoll) + (right * sinRoll), (level * cosPitch) + (point.Y * sinPitch));
        };
    }

    // Each limit of what is seen is a plane: a number that is 0 or more on its inner side, and linear along the edge.
    private static ((double X, double Y) From, (double X, double Y) To)? Clip(
        (double Right, double Up, double Ahead) from, (double Right, double Up, double Ahead) to, double halfWidth, double aspect)
    {
        var (start, end) = (0.0, 1.0);
        foreach (var (a, b) in Limits(from).Zip(Limits(to)))
        {
            if (a < 0 && b < 0)
            {
                return null;
            }

            start = a < 0 ? Math.Max(start, a / (a - b)) : start;
            end = b < 0 ? Math.Min(end, a / (a - b)) : end;
        }

        return start < end ? (At(start), At(end)) : null;

        double[] Limits((double Right, double Up, double Ahead) point)
        {
            var (wide, high) = (point.Ahead * halfWidth, point.Ahead * halfWidth * aspect);
            return [point.Ahead - Near, wide - point.Right, wide + point.Right, high - point.Up, high + point.Up];
        }

        (double X, double Y) At(double share)
        {
            var depth = Mix(from.Ahead, to.Ahead) * halfWidth;
            return (Mix(from.Right, to.Right) / depth, Mix(from.Up, to.Up) / depth);

            double Mix(double a, double b) => a + ((b - a) * share);
        }
    }
}
