using Surrogates.Numerics;
using Surrogates.Training.Data;

namespace Surrogates.Training.Tests;

/// <summary>
/// Small pictures that can be learned: a bright square of a colour and a place of its own on a dark noisy ground. Class and targets follow
/// from it.
/// </summary>
internal static class TestImages
{
    public static readonly string[] ClassNames = ["red", "green", "blue"];

    /// <summary>Makes labels of so many pictures of that height and width.</summary>
    public delegate ImageLabels LabelMaker(int count, int height, int width);

    public static ImageDataset Create(Func<int, ImageLabels> labels, int count = 32, int height = 16, int? width = null) =>
        Create((number, _, _) => labels(number), count, height, width);

    public static ImageDataset Create(LabelMaker labels, int count = 32, int height = 16, int? width = null)
    {
        var columns = width ?? height;
        var pixels = new byte[count * 3 * height * columns];
        var random = SplitMix64.ForStream(7, 7);
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)random.Next(60);
        }

        foreach (var (i, y, x) in SquarePixels(count, height, columns))
        {
            pixels[(((((i * 3) + (i % 3)) * height) + y) * columns) + x] = 220;
        }

        return ImageDataset.Create("squares", height, columns, labels(count, height, columns), pixels);
    }

    public static byte[] Pixels(ImageDataset data)
    {
        var pixels = new byte[data.Count * ImageDataset.Channels * data.Height * data.Width];
        data.Read([.. Enumerable.Range(0, data.Count)], pixels);
        return pixels;
    }

    public static ImageSubset All(ImageDataset data) => new(data, [.. Enumerable.Range(0, data.Count)]);

    public static ImageLabels Classes(int count) => new ClassLabels(ClassNames, [.. Enumerable.Range(0, count).Select(i => i % 3)]);

    public static ImageLabels Soft(int count) => new SoftLabels(
        ClassNames, [.. Enumerable.Range(0, 3 * count).Select(i => i % 3 == i / 3 % 3 ? .8f : .1f)]);

    // The second is in other units; the third never changes.
    public static ImageLabels Vectors(int count) => new VectorLabels(
        ["top", "shade", "nothing"], [.. Enumerable.Range(0, count).SelectMany(i => new[] { Top(i, 16), 1000f + (100 * (i % 3)), 5f })]);

    public static ImageLabels None(int count) => new NoLabels();

    /// <summary>Labels of several tasks; the last pixel of a picture has no class.</summary>
    public static ImageLabels Several(int count, int height, int width) => new LabelSets(
        [
            new("class_object", Soft(count)),
            new("room_layout", Vectors(count)),
            new("segmentsemantic", Segments(count, height, width)),
            new("normal", Normals(count, height, width)),
        ]);

    public static SegmentLabels Segments(int count, int height, int width)
    {
        var classes = new byte[count * height * width];
        foreach (var (i, y, x) in SquarePixels(count, height, width))
        {
            classes[(((i * height) + y) * width) + x] = (byte)(1 + (i % 3));
        }

        for (var i = 0; i < count; i++)
        {
            classes[((i + 1) * height * width) - 1] = SegmentLabels.Unlabelled;
        }

        return new SegmentLabels(["ground", .. ClassNames], height, width, classes);
    }

    /// <summary>The ground faces the camera, the squares upwards.</summary>
    public static NormalLabels Normals(int count, int height, int width)
    {
        var values = new byte[count * 3 * height * width];
        for (var i = 0; i < count; i++)
        {
            var planes = values.AsSpan(i * 3 * height * width, 3 * height * width);
            planes[..(2 * height * width)].Fill(128);
            planes[(2 * height * width)..].Fill(255);
        }

        foreach (var (i, y, x) in SquarePixels(count, height, width))
        {
            values[(((((i * 3) + 1) * height) + y) * width) + x] = 255;
            values[(((((i * 3) + 2) * height) + y) * width) + x] = 128;
        }

        return new NormalLabels(height, width, values);
    }

    private static IEnumerable<(int Picture, int Row, int Column)> SquarePixels(int count, int height, int width) =>
        from i in Enumerable.Range(0, count)
        from y in Enumerable.Range(Top(i, height), height / 3)
        from x in Enumerable.Range((5 * i) % (width * 2 / 3), width / 3)
        select (i, y, x);

    private static int Top(int i, int height) => 3 * i % (height * 2 / 3);
}
