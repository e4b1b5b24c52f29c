using Surrogates.Training.Data.Rooms.Geometry;

namespace Surrogates.Training.Data.Rooms.Shading;

/// <summary>A lamp, or a window by day.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Colour">How bright it is at a metre.</param>
/// <param name="Direction">Where most of its light goes; zero for a lamp, which shines everywhere.</param>
internal readonly record struct Light(Point3 Place, Point3 Colour, Point3 Direction);
