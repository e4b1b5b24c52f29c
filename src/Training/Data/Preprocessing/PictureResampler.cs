using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Surrogates.Training.Data.Preprocessing;

/// <summary>Scales the largest centred part of a picture that has the proportions of the result.</summary>
/// <remarks>
/// Rows first, whole rows at a time, then along the one row that is left of them, a pixel at a time: both in whole numbers, so that
/// the widths of the machine's vectors do not matter.
/// </remarks>
internal static class PictureResampler
{
    // Between the two passes a value has 8 bits more than a byte: 255 << 8 times One is just within 32 bits.
    private const int IntermediateBits = 8;
    private const int FinalBits = ResamplingAxis.WeightBits + IntermediateBits;
    private const uint Half = 1u << (FinalBits - 1);

    /// <summary>Writes planes of <paramref name="height"/> rows of <paramref name="width"/>, one plane a channel of the source.</summary>
    public static void Resample(PixelRows source, int height, int width, Span<byte> planes)
    {
        var scale = Math.Min((double)source.Width / width, (double)source.Height / height);
        var (partWidth, partHeight) = (width * scale, height * scale);
        var columns = new ResamplingAxis(source.Width, (source.Width - partWidth) / 2, partWidth, width);
        var rows = new ResamplingAxis(source.Height, (source.Height - partHeight) / 2, partHeight, height);

        var length = (columns.SourceEnd - columns.SourceStart) * source.PixelBytes;
        var sums = ArrayPool<uint>.Shared.Rent(length);
        var line = ArrayPool<ushort>.Shared.Rent(length);
        try
        {
            for (var y = 0; y < height; y++)
            {
                MixRows(source, rows, y, columns, sums.AsSpan(0, length));
                WeightedRows.Round(sums.AsSpan(0, length), ResamplingAxis.WeightBits - IntermediateBits, line);
                if (source.Order == PixelOrder.Grey)
                {
                    WriteGrey(line.AsSpan(0, length), columns, planes.Slice(y * width, width));
                }
                else
                {
                    var (red, blue) = source.Order == PixelOrder.Bgra ? (2, 0) : (0, 2);
                    WriteColours(line.AsSpan(0, length), columns, red, blue, planes[(y * width)..], height * width);
                }
            }
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(sums);
            ArrayPool<ushort>.Shared.Return(line);
        }
    }

    private static void MixRows(PixelRows source, ResamplingAxis rows, int y, ResamplingAxis columns, Span<uint> sums)
    {
        sums.Clear();
        var weights = rows.Weights(y);
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] != 0)
            {
                WeightedRows.Add(source.Row(rows.First(y) + i, columns.SourceStart, columns.SourceEnd), weights[i], sums);
            }
        }
    }

    private static void WriteGrey(ReadOnlySpan<ushort> line, ResamplingAxis columns, Span<byte> plane)
    {
        for (var x = 0; x < plane.Length; x++)
        {
            var weights = columns.Weights(x);
            var pixels = line.Slice(columns.First(x) - columns.SourceStart, weights.Length);
            var sum = Half;
            for (var i = 0; i < weights.Length; i++)
            {
                sum += weights[i] * pixels[i];
            }

            plane[x] = (byte)(sum >> FinalBits);
        }
    }

    private static void WriteColours(
        ReadOnlySpan<ushort> line, ResamplingAxis columns, int red, int blue, Span<byte> planes, int planeLength)
    {
        // A pixel's four values lie in one number of 64 bits, and are widened to the four lanes of a vector.
        var pixels = MemoryMarshal.Cast<ushort, ulong>(line);
        for (var x = 0; x < columns.Count; x++)
        {
            var weights = columns.Weights(x);
            var part = pixels.Slice(columns.First(x) - columns.SourceStart, weights.Length);
            var sum = Vector128.Create(Half);
            for (var i = 0; i < weights.Length; i++)
            {
                sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe(part[i]).AsUInt16()) * weights[i];
            }

            // Over white: c·α + 255·(1 − α). More than that is not premultiplied, and saturates.
            var color = sum >> FinalBits;
            color = Vector128.Min(Vector128.Create(255u), color + Vector128.Create(255 - color[3]));
            planes[x] = (byte)color[red];
            planes[planeLength + x] = (byte)color[1];
            planes[(2 * planeLength) + x] = (byte)color[blue];
        }
    }
}
