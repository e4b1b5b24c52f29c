using System.Runtime.Intrinsics;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Rendering;

namespace Surrogates.Training.Data.Rooms.Labels;

/// <summary>Normals as bytes.</summary>
internal static class NormalEncoding
{
    /// <summary>Turns eight normals of the room into the camera's axes and writes them into the planes x, y, z.</summary>
    public static void Write(in Camera camera, in LanePoint normal, int size, int y, int x, Span<byte> planes)
    {
        var (at, length, plane) = (y * size + x, size - x, size * size);
        PixelBytes.Write(Level(LanePoint.Dot(normal, new LanePoint(camera.Right))), planes.Slice(at, length));
        PixelBytes.Write(Level(LanePoint.Dot(normal, new LanePoint(camera.Up))), planes.Slice(plane + at, length));
        PixelBytes.Write(Level(LanePoint.Dot(normal, new LanePoint(camera.Back))), planes.Slice(2 * plane + at, length));
    }

    private static Vector256<float> Level(Vector256<float> part) => (part + Vector256<float>.One) * Vector256.Create(127.5f);
}
