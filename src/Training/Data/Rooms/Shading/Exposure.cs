using Surrogates.Training.Data.Rooms.Geometry;

namespace Surrogates.Training.Data.Rooms.Shading;

/// <summary>How light becomes a picture.</summary>
/// <param name="Brightness">The mean that the picture is exposed to, linear.</param>
/// <param name="Balance">What red, green and blue are multiplied with.</param>
/// <param name="Noise">The standard deviation of the sensor's noise in levels of 255.</param>
/// <param name="Seed">Seeds the noise.</param>
internal readonly record struct Exposure(float Brightness, Point3 Balance, float Noise, uint Seed);
