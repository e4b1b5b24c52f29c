using Microsoft.ML.Data;
using Surrogates.Tests;
using Surrogates.Training.Data;
using Surrogates.Training.Tests;

namespace Surrogates.Cli.Tests.Commands;

/// <summary>A folder of PNG images of 16×16, one subfolder a class.</summary>
internal static class ImageFolder
{
    private const int Side = 16;

    public static string Write(TemporaryFolder folder, int count = 45)
    {
        var path = folder.File("images");
        using var data = TestImages.Create(TestImages.Classes, count, Side);
        var planes = TestImages.Pixels(data);
        for (var i = 0; i < count; i++)
        {
            var classFolder = Directory.CreateDirectory(Path.Combine(path, TestImages.ClassNames[i % 3])).FullName;
            using var image = MLImage.CreateFromPixels(Side, Side, MLPixelFormat.Bgra32, Interleave(planes.AsSpan(i * 3 * Side * Side, 3 * Side * Side)));
            image.Save(Path.Combine(classFolder, $"{i}.png"));
        }

        return path;
    }

    private static byte[] Interleave(ReadOnlySpan<byte> planes)
    {
        var plane = planes.Length / ImageDataset.Channels;
        var pixels = new byte[4 * plane];
        for (var i = 0; i < plane; i++)
        {
            (pixels[4 * i], pixels[(4 * i) + 1], pixels[(4 * i) + 2], pixels[(4 * i) + 3]) = (planes[(2 * plane) + i], planes[plane + i], planes[i], 255);
        }

        return pixels;
    }
}
