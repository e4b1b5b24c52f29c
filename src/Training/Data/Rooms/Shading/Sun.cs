using Surrogates.Training.Data.Rooms.Geometry;

namespace Surrogates.Training.Data.Rooms.Shading;

/// <summary>Sunlight that falls through a window.</summary>
/// <param name="Direction">The way to the sun from the middle of the window; of length 1.</param>
/// <param name="Colour">How bright it is.</param>
/// <param name="Window">The middle of the window and, along X and Y, its directions; Z points into the room.</param>
/// <param name="HalfWidth">Half the window's width, metres.</param>
/// <param name="HalfHeight">Half its height, metres.</param>
internal readonly record struct Sun(Point3 Direction, Point3 Colour, Frame Window, float HalfWidth, float HalfHeight)
{
    /// <summary>Half the width of the bar in the middle of the window.</summary>
    public const float HalfBar = 0.03f;

    /// <summary>Where it is: far enough away for nearly parallel rays, near enough for the digits of a float.</summary>
    public Point3 Place => Window.Origin + Direction * 60;
}
