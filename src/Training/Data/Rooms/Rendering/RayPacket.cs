using System.Runtime.Intrinsics;

namespace Surrogates.Training.Data.Rooms.Rendering;

/// <summary>Eight rays of the camera and what they meet.</summary>
/// <param name="X">Where they pass the plane at a depth of one metre, to the right.</param>
/// <param name="Y">The same upwards.</param>
/// <param name="Depth">The depth of what they meet, metres.</param>
/// <param name="Surface">What they meet.</param>
internal readonly record struct RayPacket(
    Vector256<float> X, Vector256<float> Y, Vector256<float> Depth, Vector256<int> Surface);
