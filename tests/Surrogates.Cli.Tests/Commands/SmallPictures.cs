using SkiaSharp;
using Surrogates.Tests;

namespace Surrogates.Cli.Tests.Commands;

/// <summary>A folder of small pictures of two classes, told apart by their colour.</summary>
internal static class SmallPictures
{
    public static string Write(TemporaryFolder folder, bool inClasses = true)
    {
        var path = folder.File("pictures");
        var random = new Random(1);
        foreach (var name in new[] { "blue", "red" })
        {
            var target = inClasses ? Path.Combine(path, name) : path;
            Directory.CreateDirectory(target);
            for (var i = 0; i < 15; i++)
            {
                using var bitmap = new SKBitmap(8, 8);
                var shade = (byte)random.Next(150, 255);
                bitmap.Erase(name == "red" ? new SKColor(shade, 40, 40) : new SKColor(40, 40, shade));
                using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
                File.WriteAllBytes(Path.Combine(target, $"{name}{i}.png"), data.ToArray());
            }
        }

        return path;
    }
}
