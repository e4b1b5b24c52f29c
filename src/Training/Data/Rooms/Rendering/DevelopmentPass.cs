using System.Runtime.Intrinsics;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Planning;

namespace Surrogates.Training.Data.Rooms.Rendering;

/// <summary>Makes a picture of light: exposure, white balance, a tone curve, the sensor's noise.</summary>
internal static class DevelopmentPass
{
    public static void Run(RoomPlan plan, RenderBuffers buffers, byte[] picture)
    {
        var exposure = plan.Exposure;
        var gain = exposure.Balance * (exposure.Brightness / Mean(buffers));
        var plane = buffers.Size * buffers.Size;
        Run(buffers, buffers.Red, gain.X, exposure.Noise, exposure.Seed, picture.AsSpan(0, plane));
        Run(buffers, buffers.Green, gain.Y, exposure.Noise, exposure.Seed + 1, picture.AsSpan(plane, plane));
        Run(buffers, buffers.Blue, gain.Z, exposure.Noise, exposure.Seed + 2, picture.AsSpan(2 * plane, plane));
    }

    private static void Run(RenderBuffers buffers, float[] light, float gain, float noise, uint seed, Span<byte> plane)
    {
        var size = buffers.Size;
        for (var y = 0; y < size; y++)
        {
            var row = Vector256.Create((uint)y);
            for (var x = 0; x < size; x += Lanes.Count)
            {
                var exposed = Vector256.Create<float>(light.AsSpan(y * buffers.Stride + x)) * Vector256.Create(gain);

                // Highlights are rolled off; the square root is the display's curve, nearly.
                var toned = exposed * (Vector256<float>.One + exposed * Vector256.Create(0.12f)) / (Vector256<float>.One + exposed);
                var level = Vector256.Sqrt(Lanes.Min(toned, Vector256<float>.One)) * Vector256.Create(255f);
                var columns = Vector256.Create((uint)x) + Vector256.Create(0u, 1, 2, 3, 4, 5, 6, 7);
                level += Normal(Lanes.Hash(columns, row, seed)) * Vector256.Create(noise);
                PixelBytes.Write(level, plane.Slice(y * size + x, size - x));
            }
        }
    }

    private static float Mean(RenderBuffers buffers)
    {
        // In lanes, and then in one order: the sum has the same bits everywhere.
        var sum = Vector256<float>.Zero;
        for (var y = 0; y < buffers.Size; y++)
        {
            for (var x = 0; x + Lanes.Count <= buffers.Size; x += Lanes.Count)
            {
                var at = y * buffers.Stride + x;
                var light = Vector256.Create<float>(buffers.Red.AsSpan(at)) + Vector256.Create<float>(buffers.Green.AsSpan(at))
                    + Vector256.Create<float>(buffers.Blue.AsSpan(at));

                // A lamp or a window in the picture does not darken all else.
                sum += Lanes.Min(light, Vector256.Create(3f));
            }
        }

        var total = 0f;
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            total += sum[lane];
        }

        return MathF.Max(total / (3 * buffers.Size * (buffers.Size / Lanes.Count * Lanes.Count)), 1e-3f);
    }

    /// <summary>Nearly normal numbers of mean 0 and variance 1: the sum of the four bytes of a hash.</summary>
    private static Vector256<float> Normal(Vector256<uint> hash)
    {
        var low = Vector256.Create(0xffu);
        var sum = (hash & low) + ((hash >>> 8) & low) + ((hash >>> 16) & low) + (hash >>> 24);
        return (Vector256.ConvertToSingle(sum.AsInt32()) - Vector256.Create(510f)) * Vector256.Create(1 / 147.8f);
    }
}
