using CsCheck;
using Microsoft.ML.Data;
using SkiaSharp;
using Surrogates.Tests;
using Surrogates.Training.Data.Decoding;
using Surrogates.Training.Data.Preprocessing;

namespace Surrogates.Training.Tests.Data.Preprocessing;

public class ImagePreprocessingTests
{
    [Fact]
    public void Planes_are_red_green_and_blue_row_by_row()
    {
        byte[] bgra = [3, 2, 1, 255, 6, 5, 4, 255, 9, 8, 7, 255, 12, 11, 10, 255];
        Assert.Equal([1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12], Planes(bgra, 2, 2, MLPixelFormat.Bgra32, 2, 2));
        Assert.Equal([3, 6, 9, 12, 2, 5, 8, 11, 1, 4, 7, 10], Planes(bgra, 2, 2, MLPixelFormat.Rgba32, 2, 2));
    }

    [Fact]
    public void Picture_of_the_right_size_keeps_every_pixel() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[0, int.MaxValue]).Sample((height, width, seed) =>
        {
            var pixels = Opaque(width, height, seed);
            var planes = Planes(pixels, width, height, MLPixelFormat.Rgba32, height, width);
            for (var i = 0; i < width * height; i++)
            {
                Assert.Equal(pixels[4 * i], planes[i]);
                Assert.Equal(pixels[(4 * i) + 2], planes[(2 * width * height) + i]);
            }
        });

    [Fact]
    public void Single_colour_stays_that_colour_at_any_size() =>
        Gen.Select(Gen.Int[1, 90], Gen.Int[1, 90], Gen.Int[1, 40], Gen.Int[1, 40], Gen.Byte).Sample(
            (width, height, toWidth, toHeight, value) =>
            {
                var planes = new byte[toWidth * toHeight];
                byte[] pixels = [.. Enumerable.Repeat(value, width * height)];
                new ImagePreprocessing(toHeight, toWidth).ToPlanes(new PixelRows(pixels, width, height, PixelOrder.Grey), planes);
                Assert.All(planes, actual => Assert.Equal(value, actual));
            });

    [Fact]
    public void Pixels_are_those_of_the_formula_to_rounding() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 60], Gen.Int[1, 30], Gen.Int[1, 30], Gen.Int[0, 999]).Sample(
            (width, height, toWidth, toHeight, seed) =>
            {
                var pixels = Opaque(width, height, seed);
                var planes = Planes(pixels, width, height, MLPixelFormat.Rgba32, toHeight, toWidth);
                byte[] green = [.. Enumerable.Range(0, width * height).Select(i => pixels[(4 * i) + 1])];
                var grey = new byte[toWidth * toHeight];
                new ImagePreprocessing(toHeight, toWidth).ToPlanes(new PixelRows(green, width, height, PixelOrder.Grey), grey);
                Assert.Equal(grey, planes[grey.Length..(2 * grey.Length)]);
                var scale = Math.Min((double)width / toWidth, (double)height / toHeight);
                for (var i = 0; i < grey.Length; i++)
                {
                    var x = ((width - (toWidth * scale)) / 2) + (((i % toWidth) + 0.5) * scale);
                    var y = ((height - (toHeight * scale)) / 2) + (((i / toWidth) + 0.5) * scale);
                    var expected = Triangle(green, width, height, x, y, scale);
                    Assert.InRange(grey[i], expected - 0.6, expected + 0.6);
                }
            });

    [Fact]
    public void Reduction_averages_and_enlargement_stays_between_the_neighbours()
    {
        byte[] board = [.. Enumerable.Range(0, 64 * 64).Select(i => (byte)(((i / 64) + i) % 2 * 255))];
        Assert.All(Grey(board, 64, 64, 8), value => Assert.InRange(value, 118, 137));

        var ramp = Grey([0, 100, 0, 100], 2, 2, 8)[..8];
        Assert.Equal(ramp.Order(), ramp);
        Assert.Equal((0, 100), (ramp[0], ramp[7]));
        Assert.Equal([0, 0, 12, 37, 62, 87, 100, 100], ramp.Select(value => (int)value), (a, b) => Math.Abs(a - b) <= 1);
    }

    [Fact]
    public void Longer_side_is_cut_to_the_centre()
    {
        byte[] wide = [.. Enumerable.Range(0, 4 * 12).Select(i => (byte)(i % 12 is >= 4 and < 8 ? 200 : 0))];
        Assert.All(Grey(wide, 12, 4, 4), value => Assert.Equal(200, value));
        byte[] tall = [.. Enumerable.Range(0, 4 * 12).Select(i => (byte)(i / 4 is >= 4 and < 8 ? 200 : 0))];
        Assert.All(Grey(tall, 4, 12, 4), value => Assert.Equal(200, value));
    }

    [Fact]
    public void Transparent_shows_white()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal([255, 255, 255], FilePlanes(folder, Pictures.Png(2, 2, new SKColor(10, 20, 30, 0))));
        var half = FilePlanes(folder, Pictures.Png(2, 2, new SKColor(0, 255, 0, 128)));
        Assert.Equal([127, 255, 127], half);
    }

    [Fact]
    public void Files_have_the_bytes_of_ML_NET_images()
    {
        using var folder = new TemporaryFolder();
        byte[][] files =
        [
            Pictures.Png(37, 21, (x, y) => new SKColor((byte)(x * 6), (byte)(y * 12), 99)),
            Pictures.Png(37, 21, (x, y) => new SKColor((byte)(x * 6), (byte)(y * 12), 99, (byte)(x * 5))),
            Pictures.Jpeg(37, 51, (x, y) => new SKColor((byte)(x * 6), (byte)(y * 5), 99)),
            Pictures.GreyJpeg(40, 30, (x, y) => (byte)(x * y / 5)),
        ];
        var preprocessing = new ImagePreprocessing(16, 16);
        foreach (var content in files)
        {
            var path = Pictures.Write(folder, "picture", content);
            var (ofFile, ofImage, ofLoaded) = (new byte[3 * 256], new byte[3 * 256], new byte[3 * 256]);
            PictureFile.ReadPlanes(path, preprocessing, ofFile);
            using (var image = MLImage.CreateFromStream(new MemoryStream(content)))
            {
                preprocessing.ToPlanes(image, ofImage);
            }

            using (var image = PictureFile.Load(path))
            {
                preprocessing.ToPlanes(image, ofLoaded);
            }

            Assert.Equal(ofImage, ofFile);
            Assert.Equal(ofImage, ofLoaded);
        }
    }

    [Fact]
    public void Grey_is_replicated()
    {
        using var folder = new TemporaryFolder();
        var planes = new byte[3 * 64];
        var path = Pictures.Write(folder, "grey.jpg", Pictures.GreyJpeg(20, 20, (x, y) => (byte)(5 * (x + y))));
        PictureFile.ReadPlanes(path, new(8, 8), planes);
        Assert.Equal(planes[..64], planes[64..128]);
        Assert.Equal(planes[..64], planes[128..]);
        Assert.True(planes[0] < planes[63]);
    }

    private static double Triangle(byte[] pixels, int width, int height, double x, double y, double scale)
    {
        var reach = Math.Max(1, scale);
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < width * height; i++)
        {
            var (across, down) = (Math.Abs((i % width) + 0.5 - x) / reach, Math.Abs((i / width) + 0.5 - y) / reach);
            var weight = Math.Max(0, 1 - across) * Math.Max(0, 1 - down);
            sum += weight * pixels[i];
            weights += weight;
        }

        return sum / weights;
    }

    private static byte[] FilePlanes(TemporaryFolder folder, byte[] content)
    {
        var planes = new byte[3];
        PictureFile.ReadPlanes(Pictures.Write(folder, "picture", content), new(1, 1), planes);
        return planes;
    }

    private static byte[] Grey(byte[] pixels, int width, int height, int size)
    {
        var planes = new byte[size * size];
        new ImagePreprocessing(size, size).ToPlanes(new PixelRows(pixels, width, height, PixelOrder.Grey), planes);
        return planes;
    }

    private static byte[] Planes(byte[] pixels, int width, int height, MLPixelFormat format, int toHeight, int toWidth)
    {
        using var image = MLImage.CreateFromPixels(width, height, format, pixels);
        var preprocessing = new ImagePreprocessing(toHeight, toWidth);
        var planes = new byte[preprocessing.PictureBytes];
        preprocessing.ToPlanes(image, planes);
        return planes;
    }

    private static byte[] Opaque(int width, int height, int seed)
    {
        var pixels = new byte[4 * width * height];
        new Random(seed).NextBytes(pixels);
        for (var i = 3; i < pixels.Length; i += 4)
        {
            pixels[i] = 255;
        }

        return pixels;
    }
}
