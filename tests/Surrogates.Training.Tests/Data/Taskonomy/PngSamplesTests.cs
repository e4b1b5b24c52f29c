using CsCheck;
using SkiaSharp;
using Surrogates.Tests;
using Surrogates.Training.Data.Taskonomy;

namespace Surrogates.Training.Tests.Data.Taskonomy;

public class PngSamplesTests
{
    /// <summary>Kinds as the format numbers them, with their depths.</summary>
    private static readonly (int Kind, int Channels, int[] Depths)[] Kinds =
        [(0, 1, [1, 2, 4, 8, 16]), (2, 3, [8, 16]), (3, 1, [1, 2, 4, 8]), (4, 2, [8, 16]), (6, 4, [8, 16])];

    [Fact]
    public void Numbers_of_every_kind_and_depth_are_read_as_they_were_written()
    {
        foreach (var (kind, channels, depths) in Kinds)
        {
            foreach (var depth in depths)
            {
                Gen.Select(Gen.Int[1, 9], Gen.Int[1, 12], Gen.Int[0, 1 << 20]).Sample(
                    (width, height, seed) =>
                    {
                        int Value(int x, int y, int channel) => ((x * 7919) + (y * 104729) + (channel * 31) + seed) % (1 << depth);
                        var rows = PngWriter.Pack(width, height, channels, depth, Value);
                        var samples = Read(PngWriter.File(width, height, depth, kind, rows));
                        Assert.Equal((width, height, depth, channels), (samples.Width, samples.Height, samples.BitDepth, samples.Channels));
                        for (var i = 0; i < width * height * channels; i++)
                        {
                            var (x, y, channel) = (i / channels % width, i / channels / width, i % channels);
                            Assert.Equal(Value(x, y, channel), samples.Sample(samples.Row(y), (x * channels) + channel));
                        }
                    },
                    iter: 10);
            }
        }
    }

    [Fact]
    public void Files_of_another_writer_are_read_as_another_reader_does()
    {
        SKColor Color(int x, int y) => new((byte)(x * 9), (byte)(y * y), (byte)((x * y) + 3));
        var samples = Read(Pictures.Png(31, 17, Color));
        for (var y = 0; y < 17; y++)
        {
            for (var x = 0; x < 31; x++)
            {
                var (row, first) = (y, x * samples.Channels);
                int[] actual = [.. Enumerable.Range(first, 3).Select(index => samples.Sample(samples.Row(row), index))];
                Assert.Equal([Color(x, y).Red, Color(x, y).Green, Color(x, y).Blue], actual);
            }
        }
    }

    [Fact]
    public void Test_files_are_what_another_reader_takes_them_for()
    {
        using var bitmap = SKBitmap.Decode(PngWriter.Colours(9, 11, (x, y, channel) => (20 * x) + y + (channel * 7)));
        for (var i = 0; i < 99; i++)
        {
            var value = (20 * (i % 9)) + (i / 9);
            Assert.Equal(new SKColor((byte)value, (byte)(value + 7), (byte)(value + 14)), bitmap.GetPixel(i % 9, i / 9));
        }
    }

    [Fact]
    public void Truncated_or_changed_file_is_told_wherever_it_is()
    {
        var whole = PngWriter.Grey(5, 6, (x, y) => x + y);
        for (var i = 0; i < whole.Length; i++)
        {
            Assert.ThrowsAny<InputException>(() => Read(whole[..i]));
            var changed = whole.ToArray();
            changed[i] ^= 0x10;
            Assert.ThrowsAny<InputException>(() => Read(changed));
        }
    }

    [Fact]
    public void Contradictions_are_told()
    {
        var rows = PngWriter.Pack(4, 4, 1, 8, (x, _, _) => x);
        AssertError(PngWriter.File(4, 4, 8, 0, rows, interlace: 1), "its rows are interlaced; save the labels as a PNG that is not.");
        AssertError(PngWriter.File(4, 4, 3, 0, rows), "its header 00000004000000040300000000 is none of PNG");
        AssertError(PngWriter.File(4, 4, 8, 5, rows), "its header 00000004000000040805000000 is none of PNG");
        AssertError(PngWriter.File(40000, 4, 8, 0, [[], [], [], []]), "40000 × 4 pixels; at most 32768 a side");
        AssertError(PngWriter.File(4, 4, 8, 0, [.. rows[..3], []]), "it has fewer rows than its header promises");
        AssertError(PngWriter.File(4, 4, 8, 0, [.. rows[..3], new byte[5]]), "it has more rows than its header promises");
        AssertError([.. PngWriter.Grey(4, 4, (_, _) => 1)[..^12], .. PngWriter.Chunk("ABCD"u8, [])], "a part 41424344 that is none of PNG");
        AssertError([.. "text"u8], "it begins with the bytes 74657874; PNG begins with 89504e470d0a1a0a.");
    }

    private static void AssertError(byte[] content, string expected) =>
        Assert.Contains(expected, Assert.ThrowsAny<InputException>(() => Read(content)).Message, StringComparison.Ordinal);

    private static PngSamples Read(byte[] content)
    {
        using var folder = new TemporaryFolder();
        return PngSamples.Read(Pictures.Write(folder, "a.png", content));
    }
}
