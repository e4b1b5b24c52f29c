using System.Buffers;
using System.Collections.Immutable;
using Surrogates.Training.Data.Preprocessing;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// What lies at every pixel: 0 is uncertain, 1 the background, 2 to 17 are objects. The uncertain have no class, as the authors of
/// Taskonomy say that they are to be masked. (TransNAS-Bench-101 counts them to the background.)
/// </summary>
internal sealed class SegmentDomain() : TaskonomyDomain(
    "segmentsemantic",
    new TaskonomyFiles(["segment_semantic", "segmentsemantic"], ["segmentsemantic", "segment_semantic"], ".png"))
{
    private static readonly ImmutableArray<string> Classes =
    [
        "background", "bottle", "chair", "couch", "potted plant", "bed", "dining table", "toilet", "tv", "microwave", "oven", "toaster",
        "sink", "refrigerator", "book", "clock", "vase",
    ];

    public override int Planes => 1;

    public override void Read(
        string path, (int Width, int Height) picture, ImagePreprocessing preprocessing, Span<float> numbers, Span<byte> planes)
    {
        using var samples = PngSamples.Read(path);
        RequireSize(path, samples, picture);
        var classes = ArrayPool<byte>.Shared.Rent(samples.Width * samples.Height);
        try
        {
            for (var y = 0; y < samples.Height; y++)
            {
                ReadRow(path, samples, y, classes.AsSpan(y * samples.Width, samples.Width));
            }

            NearestPixels.Take(classes, samples.Width, samples.Height, preprocessing.Height, preprocessing.Width, planes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(classes);
        }
    }

    public override ImageLabels CreateLabels(IEnumerable<float> numbers) => new SegmentLabels(Classes);

    private static void ReadRow(string path, PngSamples samples, int y, Span<byte> classes)
    {
        var row = samples.Row(y);
        for (var x = 0; x < classes.Length; x++)
        {
            var value = samples.Sample(row, x * samples.Channels);
            if (samples.Channels > 1)
            {
                RequireOneNumber(path, samples, row, x, y);
            }

            if (value > Classes.Length)
            {
                throw new InputException(
                    $"{path}: pixel {x}, {y} (column, row, from 0) is {value}; 0 for uncertain, or 1 to {Classes.Length}, is expected.");
            }

            classes[x] = value == 0 ? SegmentLabels.Unlabelled : (byte)(value - 1);
        }
    }

    private static void RequireOneNumber(string path, PngSamples samples, ReadOnlySpan<byte> row, int x, int y)
    {
        var colours = samples.Channels - (samples.Channels % 2 == 0 ? 1 : 0);
        var first = samples.Sample(row, x * samples.Channels);
        for (var channel = 1; channel < samples.Channels; channel++)
        {
            var value = samples.Sample(row, (x * samples.Channels) + channel);
            if (channel < colours && value != first)
            {
                throw new InputException(
                    $"{path}: pixel {x}, {y} (column, row, from 0) has a colour; one number a pixel is expected: grey, a palette, or equal "
                    + "colours.");
            }

            if (channel >= colours && value != (1 << samples.BitDepth) - 1)
            {
                throw new InputException($"{path}: pixel {x}, {y} (column, row, from 0) is transparent; one number a pixel is expected.");
            }
        }
    }
}
