using System.Runtime.Intrinsics;
using Surrogates.Training.Data.Rooms.Geometry;

namespace Surrogates.Training.Data.Rooms.Rendering;

/// <summary>What the rays through the centres of the pixels meet, and what light comes back along them.</summary>
internal sealed class RenderBuffers
{
    public RenderBuffers(int size)
    {
        Size = size;
        Stride = (size + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        Depth = new float[size * Stride];
        Surface = new int[size * Stride];
        Red = new float[size * Stride];
        Green = new float[size * Stride];
        Blue = new float[size * Stride];
    }

    public int Size { get; }

    /// <summary>The length of a row: whole packets of rays, the last of which may leave the picture.</summary>
    public int Stride { get; }

    /// <summary>Metres along the camera's axis.</summary>
    public float[] Depth { get; }

    /// <summary>What is met: see <see cref="SurfaceId"/>.</summary>
    public int[] Surface { get; }

    /// <summary>The light, linear.</summary>
    public float[] Red { get; }

    public float[] Green { get; }

    public float[] Blue { get; }

    /// <summary>Where eight pixels of a row from <paramref name="x"/> on are in a picture that is 2 wide.</summary>
    public Vector256<float> Columns(int x) =>
        (Lanes.Steps + Vector256.Create(x + 0.5f)) * Vector256.Create(2f / Size) - Vector256<float>.One;

    /// <summary>Where a row is in a picture that is 2 high; up is positive.</summary>
    public float Row(int y) => 1 - (y + 0.5f) * (2f / Size);
}
