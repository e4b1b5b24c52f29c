using System.Buffers;
using Surrogates.Training.Data.Preprocessing;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>The directions that surfaces face, as colours.</summary>
/// <remarks>
/// Red is x to the right, green y <em>down</em>, blue z towards the camera, −1 to 1 as 0 to 255 (as in 2D-3D-Semantics, Armeni et al.,
/// 2017, whose convention Taskonomy keeps: a wall that faces the camera is 128, 128, 255). <see cref="NormalLabels"/> have y up: green is
/// turned over, red and blue stay.
/// </remarks>
internal sealed class NormalDomain() : TaskonomyDomain("normal", new TaskonomyFiles(["normal"], ["normal"], ".png"))
{
    private const int Colours = 3;
    private const int PixelBytes = 4;

    public override int Planes => ImageDataset.Channels;

    public override void Read(
        string path, (int Width, int Height) picture, ImagePreprocessing preprocessing, Span<float> numbers, Span<byte> planes)
    {
        using var samples = PngSamples.Read(path);
        RequireSize(path, samples, picture);
        if (samples.Channels < Colours || samples.BitDepth != 8)
        {
            var found = samples.IsPalette ? "colours of a palette" : $"{samples.Channels} × {samples.BitDepth} bits a pixel";
            throw new InputException($"{path}: {found}; red, green and blue of 8 bits each are expected of normals.");
        }

        var buffer = ArrayPool<byte>.Shared.Rent(PixelBytes * samples.Width * samples.Height);
        try
        {
            var pixels = buffer.AsSpan(0, PixelBytes * samples.Width * samples.Height);
            FillOpaque(samples, pixels);
            preprocessing.ToPlanes(new PixelRows(pixels, samples.Width, samples.Height, PixelOrder.Rgba), planes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        var plane = planes.Length / Planes;
        foreach (ref var y in planes.Slice(plane, plane))
        {
            y = (byte)(byte.MaxValue - y);
        }
    }

    public override ImageLabels CreateLabels(IEnumerable<float> numbers) => new NormalLabels();

    // A fourth number, where there is one, is no part of a direction.
    private static void FillOpaque(PngSamples samples, Span<byte> pixels)
    {
        for (var y = 0; y < samples.Height; y++)
        {
            var row = samples.Row(y);
            var target = pixels.Slice(PixelBytes * samples.Width * y, PixelBytes * samples.Width);
            for (var x = 0; x < samples.Width; x++)
            {
                row.Slice(x * samples.Channels, Colours).CopyTo(target[(x * PixelBytes)..]);
                target[(x * PixelBytes) + Colours] = byte.MaxValue;
            }
        }
    }
}
