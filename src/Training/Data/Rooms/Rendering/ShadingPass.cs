using System.Runtime.Intrinsics;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Labels;
using Surrogates.Training.Data.Rooms.Planning;
using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Rendering;

/// <summary>Lights what is seen, and writes the normals on the way.</summary>
internal static class ShadingPass
{
    public static void Run(RoomPlan plan, RenderBuffers buffers, byte[] normals)
    {
        var halfWidth = plan.Camera.HalfWidth;
        var pixelWidth = 2 * halfWidth / buffers.Size;
        for (var y = 0; y < buffers.Size; y++)
        {
            var up = Vector256.Create(buffers.Row(y) * halfWidth);
            for (var x = 0; x < buffers.Size; x += Lanes.Count)
            {
                var at = y * buffers.Stride + x;
                var rays = new RayPacket(
                    buffers.Columns(x) * Vector256.Create(halfWidth),
                    up,
                    Vector256.Create<float>(buffers.Depth.AsSpan(at)),
                    Vector256.Create<int>(buffers.Surface.AsSpan(at)));
                var points = SurfaceReader.Read(plan, rays, pixelWidth);
                var light = Lighting.Shade(plan, points);
                light.X.CopyTo(buffers.Red, at);
                light.Y.CopyTo(buffers.Green, at);
                light.Z.CopyTo(buffers.Blue, at);
                NormalEncoding.Write(plan.Camera, points.Normal, buffers.Size, y, x, normals);
            }
        }
    }
}
