namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>A place and three axes at right angles, each of length 1.</summary>
internal readonly record struct Frame(Point3 Origin, Point3 X, Point3 Y, Point3 Z)
{
    /// <summary>A frame that stands upright and is turned about the vertical; at 0° its axes are those of the room.</summary>
    public static Frame Upright(Point3 origin, double degrees)
    {
        var (sin, cos) = (Angles.Sin(degrees), Angles.Cos(degrees));
        return new Frame(origin, new Point3(cos, 0, -sin), new Point3(0, 1, 0), new Point3(sin, 0, cos));
    }

    /// <summary>The place of a point that is given in this frame.</summary>
    public Point3 At(float x, float y, float z) => Origin + X * x + Y * y + Z * z;

    /// <summary>The frame turned about its y axis.</summary>
    public Frame Turned(double degrees)
    {
        var (sin, cos) = (Angles.Sin(degrees), Angles.Cos(degrees));
        return this with { X = X * cos - Z * sin, Z = Z * cos + X * sin };
    }

    /// <summary>The frame moved within itself and then tilted about its x axis: top backwards, for positive angles.</summary>
    public Frame Tilted(float x, float y, float z, double degrees)
    {
        var (sin, cos) = (Angles.Sin(degrees), Angles.Cos(degrees));
        return new Frame(At(x, y, z), X, Y * cos - Z * sin, Z * cos + Y * sin);
    }

    /// <summary>The frame moved within itself and lying on its back: y points to where z did.</summary>
    public Frame Lying(float x, float y, float z) => new(At(x, y, z), X, Z, -Y);

    /// <summary>The frame moved within itself and lying on its side: y points to where x did.</summary>
    public Frame Sideways(float x, float y, float z) => new(At(x, y, z), -Y, X, Z);
}
