using System.Buffers;

namespace Surrogates.Training.Data.Preprocessing;

/// <summary>Scales the largest centred part of a picture that has the proportions of the result.</summary>
internal static class PictureResampler
{
    // Between the two passes a value has 8 bits more than a byte: 255 << 8 times One is just within 32 bits.
    private const int IntermediateBits = 8;

    /// <summary>Writes planes of <paramref name="height"/> rows of <paramref name="width"/>, one plane a channel of the source.</summary>
    public static void Resample(PixelRows source, int height, int width, Span<byte> planes)
    {
        var scale = Math.Min((double)source.Width / width, (double)source.Height / height);
        var (partWidth, partHeight) = (width * scale, height * scale);
        var columns = new ResamplingAxis(source.Width, (source.Width - partWidth) / 2, partWidth, width);
        var rows = new ResamplingAxis(source.Height, (source.Height - partHeight) / 2, partHeight, height);

        var rowLength = width * source.Channels;
        var lines = ArrayPool<ushort>.Shared.Rent((rows.SourceEnd - rows.SourceStart) * rowLength);
        var pixels = ArrayPool<byte>.Shared.Rent((columns.SourceEnd - columns.SourceStart) * source.Channels);
        try
        {
            var row = pixels.AsSpan(0, (columns.SourceEnd - columns.SourceStart) * source.Channels);
            for (var y = rows.SourceStart; y < rows.SourceEnd; y++)
            {
                source.Copy(y, columns.SourceStart, row);
                var line = lines.AsSpan((y - rows.SourceStart) * rowLength, rowLength);
                if (source.Channels == 1)
                {
                    ScaleGreyRow(row, columns, line);
                }
                else
                {
                    ScaleColourRow(row, columns, line);
                }
            }

            ScaleColumns(lines, rows, source.Channels, width, planes);
        }
        finally
        {
            ArrayPool<ushort>.Shared.Return(lines);
            ArrayPool<byte>.Shared.Return(pixels);
        }
    }

    private static void ScaleGreyRow(ReadOnlySpan<byte> row, ResamplingAxis columns, Span<ushort> line)
    {
        for (var x = 0; x < line.Length; x++)
        {
            var weights = columns.Weights(x);
            var part = row.Slice(columns.First(x) - columns.SourceStart, weights.Length);
            var sum = 0u;
            for (var i = 0; i < weights.Length; i++)
            {
                sum += weights[i] * part[i];
            }

            line[x] = Intermediate(sum);
        }
    }

    private static void ScaleColourRow(ReadOnlySpan<byte> row, ResamplingAxis columns, Span<ushort> line)
    {
        for (var x = 0; x < line.Length / 3; x++)
        {
            var weights = columns.Weights(x);
            var part = row.Slice((columns.First(x) - columns.SourceStart) * 3, weights.Length * 3);
            var (red, green, blue) = (0u, 0u, 0u);
            for (int i = 0, j = 0; i < weights.Length; i++, j += 3)
            {
                red += weights[i] * part[j];
                green += weights[i] * part[j + 1];
                blue += weights[i] * part[j + 2];
            }

            line[3 * x] = Intermediate(red);
            line[(3 * x) + 1] = Intermediate(green);
            line[(3 * x) + 2] = Intermediate(blue);
        }
    }

    private static void ScaleColumns(ReadOnlySpan<ushort> lines, ResamplingAxis rows, int channels, int width, Span<byte> planes)
    {
        var rowLength = width * channels;
        var planeLength = planes.Length / channels;
        Span<uint> sums = new uint[rowLength];
        for (var y = 0; y < planeLength / width; y++)
        {
            sums.Fill(1u << (ResamplingAxis.WeightBits + IntermediateBits - 1));
            var weights = rows.Weights(y);
            for (var i = 0; i < weights.Length; i++)
            {
                var weight = weights[i];
                var line = lines.Slice((rows.First(y) + i - rows.SourceStart) * rowLength, rowLength);
                for (var x = 0; x < line.Length; x++)
                {
                    sums[x] += weight * line[x];
                }
            }

            for (var channel = 0; channel < channels; channel++)
            {
                var plane = planes.Slice((channel * planeLength) + (y * width), width);
                for (var x = 0; x < width; x++)
                {
                    plane[x] = (byte)(sums[(x * channels) + channel] >> (ResamplingAxis.WeightBits + IntermediateBits));
                }
            }
        }
    }

    private static ushort Intermediate(uint sum) =>
        (ushort)((sum + (1u << (ResamplingAxis.WeightBits - IntermediateBits - 1))) >> (ResamplingAxis.WeightBits - IntermediateBits));
}
