using CsCheck;
using SkiaSharp;
using Surrogates.Tests;
using Surrogates.Training.Data.Decoding;

namespace Surrogates.Training.Tests.Data.Decoding;

public class PictureFileTests
{
    [Fact]
    public void Photograph_is_turned_upright()
    {
        // Upright: red, green over blue, white, in blocks that survive JPEG.
        SKColor[][] upright = [[SKColors.Red, SKColors.Lime], [SKColors.Blue, SKColors.White]];
        using var folder = new TemporaryFolder();
        for (byte orientation = 1; orientation <= 8; orientation++)
        {
            var stored = Pictures.Jpeg(32, 32, (x, y) =>
            {
                var (column, row) = Upright(orientation, x / 16, y / 16);
                return upright[row][column];
            });
            var planes = new byte[3 * 4];
            PictureFile.ReadPlanes(Pictures.Write(folder, "a.jpg", Pictures.Oriented(stored, orientation)), new(2, 2), planes);
            var names = Enumerable.Range(0, 4).Select(i => Name(planes[i], planes[4 + i], planes[8 + i]));
            Assert.Equal("red lime blue white", string.Join(' ', names));
        }
    }

    [Fact]
    public void Content_decides_and_not_the_name()
    {
        using var folder = new TemporaryFolder();
        var path = Pictures.Write(folder, "a.jpg", Pictures.Png(3, 3, new SKColor(1, 2, 3)));
        var planes = new byte[3];
        PictureFile.ReadPlanes(path, new(1, 1), planes);
        Assert.Equal([1, 2, 3], planes);
    }

    [Fact]
    public void Whatever_is_not_a_whole_picture_is_told_in_one_line()
    {
        var jpeg = Pictures.Jpeg(64, 64, (x, y) => new SKColor((byte)(x * y), (byte)x, (byte)y));
        var png = Pictures.Png(64, 64, (x, y) => new SKColor((byte)(x * y), (byte)x, (byte)y));
        var damaged = png.ToArray();
        damaged.AsSpan(damaged.Length / 2, 16).Fill(0xaa);
        foreach (var (content, expected) in new (byte[], string)[]
        {
            ([], ": the file is empty; a JPEG or PNG picture is expected."),
            ([.. "hello world"u8], ": it begins with the bytes 68656c6c; JPEG begins with ffd8ff and PNG with 89504e47."),
            ([.. "GIF89a"u8], ": it begins with the bytes 47494638; JPEG begins with ffd8ff and PNG with 89504e47."),
            ([0xff], ": it begins with the bytes ff; JPEG begins with ffd8ff and PNG with 89504e47."),
            (jpeg[..20], ": a damaged picture: its header cannot be read; copy it again, or leave it out."),
            (jpeg[..(jpeg.Length / 2)], ": a damaged picture: it ends too early; copy it again, or leave it out."),
            (png[..(png.Length / 2)], ": a damaged picture: it ends too early; copy it again, or leave it out."),
            (damaged, ": a damaged picture: decoding says ErrorInInput; copy it again, or leave it out."),
            (Pictures.PngHeader(40_000, 8), ": 40000 × 8 pixels; at most 32768 a side and 100000000 in all are read."),
            (Pictures.PngHeader(20_000, 20_000), ": 20000 × 20000 pixels; at most 32768 a side and 100000000 in all are read."),
        })
        {
            using var folder = new TemporaryFolder();
            var path = Pictures.Write(folder, "a.jpg", content);
            var exception = Assert.Throws<InputException>(() => PictureFile.ReadPlanes(path, new(8, 8), new byte[192]));
            Assert.Equal(path + expected, exception.Message);
        }
    }

    [Fact]
    public void Whatever_the_bytes_a_picture_is_read_or_refused()
    {
        using var folder = new TemporaryFolder();
        byte[][] valid =
        [
            Pictures.Jpeg(24, 24, (x, y) => new SKColor((byte)(x * y), (byte)x, (byte)y)),
            Pictures.Png(24, 24, (x, y) => new SKColor((byte)(x * y), (byte)x, (byte)y, (byte)(x + y))),
        ];
        Gen.Select(Gen.Int[0, 1], Gen.Select(Gen.Int[0, 9999], Gen.Byte).Array[1, 8]).Sample(
            (file, changes) =>
            {
                var content = valid[file].ToArray();
                foreach (var (position, value) in changes)
                {
                    content[position % content.Length] = value;
                }

                try
                {
                    PictureFile.ReadPlanes(Pictures.Write(folder, "a.jpg", content), new(4, 4), new byte[48]);
                }
                catch (InputException exception)
                {
                    Assert.DoesNotContain('\n', exception.Message);
                }
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void Oversized_file_is_not_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("huge.jpg");
        using (var file = File.Create(path))
        {
            file.SetLength(PictureFile.MaximumFileBytes + 1);
        }

        var exception = Assert.Throws<InputException>(() => PictureFile.Load(path));
        Assert.Equal($"{path}: 268435457 bytes; a picture has at most 268435456.", exception.Message);
    }

    [Fact]
    public void Missing_file_is_told()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("none.png");
        var exception = Assert.Throws<InputException>(() => PictureFile.Load(path));
        Assert.Equal($"{path}: cannot read it: there is no such file or folder.", exception.Message);
    }

    // Where a block of the file is in the upright picture of 2 × 2 blocks, from the table of Exif 2.32, tag 0112.
    private static (int Column, int Row) Upright(byte orientation, int x, int y) => orientation switch
    {
        2 => (1 - x, y),
        3 => (1 - x, 1 - y),
        4 => (x, 1 - y),
        5 => (y, x),
        6 => (1 - y, x),
        7 => (1 - y, 1 - x),
        8 => (y, 1 - x),
        _ => (x, y),
    };

    private static string Name(byte red, byte green, byte blue) => (red > 127, green > 127, blue > 127) switch
    {
        (true, false, false) => "red",
        (false, true, false) => "lime",
        (false, false, true) => "blue",
        (true, true, true) => "white",
        _ => $"{red}/{green}/{blue}",
    };
}
