using System.Runtime.Intrinsics;
using Surrogates.Training.Data.Rooms.Geometry;

namespace Surrogates.Training.Data.Rooms.Shading;

/// <summary>Eight points of surfaces.</summary>
internal struct SurfacePoints
{
    /// <summary>Where they are, which is also the way from the camera to them.</summary>
    public LanePoint Place;

    /// <summary>Where the surface faces; of length 1.</summary>
    public LanePoint Normal;

    public LanePoint Colour;

    public Vector256<float> Gloss, Glow;
}
