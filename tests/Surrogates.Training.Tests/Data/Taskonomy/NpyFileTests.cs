using CsCheck;
using Surrogates.Tests;
using Surrogates.Training.Data.Taskonomy;

namespace Surrogates.Training.Tests.Data.Taskonomy;

public class NpyFileTests
{
    private const string Expected = "{'descr': '<f4', 'fortran_order': False, 'shape': (1000,), } is one that is expected.";

    [Fact]
    public void Numbers_are_read_in_each_format()
    {
        byte[] data = [.. new[] { 1.5, -2, 1e-300 }.SelectMany(BitConverter.GetBytes)];
        foreach (var version in (byte[])[1, 2, 3])
        {
            foreach (var shape in (string[])["(3,)", "(1, 3)", "(1L, 3L)"])
            {
                Assert.Equal([1.5, -2, 1e-300], Read(NpyWriter.File(NpyWriter.Header("'<f8'", shape), data, version)));
            }
        }

        Assert.Equal([1.5, -2, 0.1f], Read(NpyWriter.Floats(1.5, -2, 0.1)));
        Assert.Equal([1.5, -2, 1e-300], Read(NpyWriter.File("{'shape': (3,), 'fortran_order': False, 'descr': '<f8'}", data)));
    }

    [Fact]
    public void What_is_written_is_read() =>
        Gen.Double[-1e9, 1e9].Array[1, 50].Sample(
            numbers => Assert.Equal(numbers, Read(NpyWriter.Doubles($"({numbers.Length},)", numbers))));

    [Fact]
    public void Truncated_file_is_told_wherever_it_is_cut()
    {
        var whole = NpyWriter.Floats(1, 2, 3);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.ThrowsAny<InputException>(() => Read(whole[..length]));
        }

        AssertError(whole[..^1], "byte 139: the file ends; its header promises 3 numbers, 140 bytes in all.");
        AssertError([.. whole, 0], "byte 140: more follows, where its header promises 140 bytes.");
    }

    [Theory]
    [InlineData("'|O'", "(3,)", "byte 20: an array of Python objects: a pickle, which is a program; save it as numbers, '<f4' or '<f8'.")]
    [InlineData("'>f4'", "(3,)", "byte 20: numbers of type '>f4'; '<f4' and '<f8', little-endian floats, are read.")]
    [InlineData("'<i8'", "(3,)", "byte 20: numbers of type '<i8'; '<f4' and '<f8', little-endian floats, are read.")]
    [InlineData("[('a', '<f4')]", "(3,)", "byte 20: numbers of type '[('a', '<f4')]'; '<f4' and '<f8', little-endian floats, are read.")]
    [InlineData("'<f4'", "()", "byte 60: an array of the shape '()'; one row, (N,) or (1, N), is expected.")]
    [InlineData("'<f4'", "(3, 1)", "byte 60: an array of the shape '(3, 1)'; one row, (N,) or (1, N), is expected.")]
    [InlineData("'<f4'", "(0,)", "byte 60: an array of the shape '(0,)'; one row, (N,) or (1, N), is expected.")]
    [InlineData("'<f4'", "(99999999999,)", "byte 60: an array of the shape '(99999999999,)'; one row, (N,) or (1, N), is expected.")]
    [InlineData("'<f4'", "(999999999,)", "byte 140: the file ends; its header promises 999999999 numbers, 4000000124 bytes in all.")]
    public void Other_arrays_are_told(string type, string shape, string expected)
    {
        var content = NpyWriter.File(NpyWriter.Header(type, shape), new byte[12]);
        AssertError(content, expected.Replace("4000000124", $"{content.Length - 12 + 3999999996}", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_contents_are_told()
    {
        AssertError([0x80, 4, .. "pickle"u8], "byte 0: the file begins with the bytes 80047069636b; .npy begins with 934e554d5059.");
        var header = NpyWriter.Header("'<f4'", "(3,)");
        AssertError(NpyWriter.File(header, new byte[12], version: 4), "byte 6: format 4.0; 1.0, 2.0 and 3.0 are read.");
        AssertError(
            NpyWriter.File(NpyWriter.Header("'<f4'", "(3,)", "True"), new byte[12]),
            "byte 44: 'fortran_order' is True; False is expected.");
        AssertError(NpyWriter.Floats(1, double.NaN), "byte 132: number 1 is NaN; a finite one is expected.");
        AssertError(NpyWriter.Doubles("(1,)", double.PositiveInfinity), "byte 128: number 0 is Infinity; a finite one is expected.");
        AssertError(NpyWriter.File("{'descr': '<f4'}", []), $"byte 10: the header has descr; {Expected}");
        AssertError(
            NpyWriter.File("{'descr': '<f4', 'descr': '<f4', 'shape': (1,)}", []),
            $"byte 10: the header has descr, descr, shape; {Expected}");
        AssertError(NpyWriter.File("__import__('os')", []), $"byte 10: this is not the header of an array; {Expected}");
        AssertError([], "the file is empty; copy it again, or leave it out.");
        AssertError(new byte[NpyFile.MaximumBytes + 1], "1048577 bytes; a file of this kind has at most 1048576.");
    }

    [Fact]
    public void Damaged_byte_never_breaks_anything_but_the_file() =>
        Gen.Select(Gen.Int[0, 139], Gen.Byte).Sample((position, value) =>
        {
            var content = NpyWriter.Floats(1, 2, 3);
            content[position] = value;
            try
            {
                Assert.Equal(3, Read(content).Length);
            }
            catch (InputException exception)
            {
                Assert.DoesNotContain('\n', exception.Message);
            }
        });

    [Fact]
    public void Long_header_of_nonsense_is_told_at_once()
    {
        var header = string.Concat(Enumerable.Repeat("'a':[", 800));
        Assert.Throws<Benchmarks.BenchmarkFormatException>(() => Read(NpyWriter.File("{" + header, [])));
    }

    private static void AssertError(byte[] content, string expected)
    {
        using var folder = new TemporaryFolder();
        var path = Pictures.Write(folder, "a.npy", content);
        Assert.Equal($"{path}: {expected}", Assert.ThrowsAny<InputException>(() => NpyFile.Read(path)).Message);
    }

    private static double[] Read(byte[] content)
    {
        using var folder = new TemporaryFolder();
        return NpyFile.Read(Pictures.Write(folder, "a.npy", content));
    }
}
