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

    public static ImageDataset Create(Func<int, ImageLabels> labels, int count = 32, int height = 16, int? width = null)
    {
        var columns = width ?? height;
        var pixels = new byte[count * 3 * height * columns];
        var random = SplitMix64.ForStream(7, 7);
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)random.Next(60);
        }

        for (var i = 0; i < count; i++)
        {
            var (top, left) = (Top(i, height), (5 * i) % (columns * 2 / 3));
            for (var y = top; y < top + (height / 3); y++)
            {
                for (var x = left; x < left + (columns / 3); x++)
                {
                    pixels[(((((i * 3) + (i % 3)) * height) + y) * columns) + x] = 220;
                }
            }
        }

        return new ImageDataset
        {
            Name = "squares", Count = count, Height = height, Width = columns, Labels = labels(count), Pixels = pixels,
        };
    }

    public static ImageSubset All(ImageDataset data) => new(data, [.. Enumerable.Range(0, data.Count)]);

    public static ImageLabels Classes(int count) => new ClassLabels(ClassNames, [.. Enumerable.Range(0, count).Select(i => i % 3)]);

    public static ImageLabels Soft(int count) => new SoftLabels(
        ClassNames, [.. Enumerable.Range(0, 3 * count).Select(i => i % 3 == i / 3 % 3 ? .8f : .1f)]);

    // The second is in other units; the third never changes.
    public static ImageLabels Vectors(int count) => new VectorLabels(
        ["top", "shade", "nothing"], [.. Enumerable.Range(0, count).SelectMany(i => new[] { Top(i, 16), 1000f + (100 * (i % 3)), 5f })]);

    public static ImageLabels None(int count) => new NoLabels();

    private static int Top(int i, int height) => 3 * i % (height * 2 / 3);
}
