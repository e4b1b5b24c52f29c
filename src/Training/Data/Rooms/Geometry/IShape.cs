using System.Runtime.Intrinsics;

namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>Where rays enter a shape, in its own coordinates.</summary>
internal interface IShape
{
    /// <summary>Where eight rays from outside enter, as multiples of their directions; infinity for those that do not.</summary>
    /// <param name="origin">Where the rays start.</param>
    /// <param name="direction">Where they go.</param>
    /// <param name="taper">The taper of a cone.</param>
    /// <param name="face">The faces that they enter by; where none is entered, anything.</param>
    static abstract Vector256<float> Enter(
        in LanePoint origin, in LanePoint direction, float taper, out Vector256<int> face);
}
