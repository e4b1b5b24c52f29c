using System.Text;
using CsCheck;
using Surrogates.Benchmarks;

namespace Surrogates.Tests.Benchmarks;

public class CsvTests
{
    // A name such as "|nor_conv_3x3~0|+|none~0|" of NAS-Bench-201, or a user's with commas, quotes and lines.
    private static readonly Gen<string> Name = TextOf("a", ",", "|", "+", "~", "\"", "\r", "\n", " ", "é", "漢", "😀", "0")
        .Where(name => !string.IsNullOrWhiteSpace(name));

    private static readonly Gen<double> Value = Gen.OneOf(Gen.Double.Where(double.IsFinite), Gen.Const(double.NaN));

    private static readonly Gen<BenchmarkTable> Tables =
        from architectures in Name.HashSet[0, 8]
        from tasks in Name.Where(name => name != "arch").HashSet[1, 4]
        from columns in Value.Array[architectures.Count].Array[tasks.Count]
        select new BenchmarkTable("table", [.. architectures], [.. tasks], columns);

    [Fact]
    public void Written_tables_read_back_to_the_same_bits() => Tables.Sample(table =>
    {
        using var stream = new MemoryStream();
        table.WriteCsv(stream);
        stream.Position = 0;
        var read = BenchmarkTable.ReadCsv(stream, "table.csv");
        Assert.Equal(table.Architectures, read.Architectures);
        Assert.Equal(table.Tasks, read.Tasks);
        Assert.All(table.Tasks, task => Assert.Equal(Bits(table, task), Bits(read, task)));
    });

    [Fact]
    public void Any_text_is_read_or_refused_in_one_line_with_its_place() =>
        TextOf("arch,t", "arch", ",", "\n", "\r\n", "\r", "\"", "a", "1", "nan", "\0", "\uFEFF", " ").Sample(text =>
        {
            try
            {
                Read(text);
            }
            catch (BenchmarkFormatException exception)
            {
                Assert.Matches(@"\Atable\.csv: line \d+, column \d+: [^\r\n]+\.\z", exception.Message);
            }
        });

    [Theory]
    [InlineData("arch,t,u\na,1,2\nb,,3\n")]
    [InlineData("arch,t,u\r\na,1,2\r\nb,,3")]
    [InlineData("\uFEFFarch,t,u\na,1,2\nb,,3\n")]
    [InlineData("\narch,t,u\n\na,1,2\n\n\nb,,3\n\n")]
    [InlineData("\"arch\",\"t\",u\n\"a\",\"1\",2\nb, ,3\n")]
    [InlineData("t,arch,u\n1.0e0,a,+2\n,b,3\n")]
    public void Forms_of_the_same_table_are_read(string text)
    {
        var table = Read(text);
        Assert.Equal("table", table.Name);
        Assert.Equal(["a", "b"], table.Architectures);
        Assert.Equal(["t", "u"], table.Tasks);
        Assert.Equal([1, double.NaN], table.Column("t").ToArray());
        Assert.Equal([2, 3], table.Column("u").ToArray());
    }

    [Theory]
    [InlineData("", "line 1, column 1: the file is empty; expected a header line such as arch,class_scene,jigsaw.")]
    [InlineData("name,t\na,1\n", "line 1, column 1: no column 'arch'; the first line names it and one column a task.")]
    [InlineData("arch\na\n", "line 1, column 1: no column besides 'arch'; at least one of numbers is expected.")]
    [InlineData("arch,t,t\n", "line 1, column 8: column 't' appears twice; each appears once.")]
    [InlineData("arch,t,\n", "line 1, column 8: a column without a name; the first line names every column.")]
    [InlineData("arch,t\na,1\nb,2\na,3\n", "line 4, column 1: architecture 'a' is already on line 2; each appears once.")]
    [InlineData("arch,t\n,1\n", "line 2, column 1: a row without an architecture.")]
    [InlineData("arch,t\na\n", "line 2, column 1: 1 fields; the header has 2.")]
    [InlineData("arch,t\na,1,2,3\n", "line 2, column 5: 4 fields; the header has 2.")]
    [InlineData("arch,t\n\"a\nb\",1\nc,x\n", "line 4, column 3: 'x' in column 't' is not a finite number; write one like -0.25 or 1e3, or nothing for not measured.")]
    [InlineData("arch,t\na,NaN\n", "line 2, column 3: 'NaN' in column 't' is not a finite number; write one like -0.25 or 1e3, or nothing for not measured.")]
    [InlineData("arch,t\na,Infinity\n", "line 2, column 3: 'Infinity' in column 't' is not a finite number; write one like -0.25 or 1e3, or nothing for not measured.")]
    [InlineData("arch,t\na,1e999\n", "line 2, column 3: '1e999' in column 't' is not a finite number; write one like -0.25 or 1e3, or nothing for not measured.")]
    [InlineData("arch,t\na,\"1,5\"\n", "line 2, column 3: '1,5' in column 't' is not a finite number; write one like -0.25 or 1e3, or nothing for not measured.")]
    [InlineData("arch,t\n\"a,1\n", "line 2, column 1: a quoted field that is never closed; end it with a quote.")]
    [InlineData("arch,t\n\"a\"b,1\n", "line 2, column 4: text after a closing quote; expected a comma or the end of the line.")]
    [InlineData("arch,t\na\"b,1\n", "line 2, column 2: a quote inside a field; put the whole field in quotes and double the quotes in it.")]
    [InlineData("arch,t\ra,1\r", "line 1, column 8: a carriage return without a line feed; end lines with LF or CR LF.")]
    [InlineData("arch,t\na\0,1\n", "line 2, column 2: this is not UTF-8 text; a CSV table or TransNAS-Bench-101's .pth is expected.")]
    public void Bad_text_is_refused_with_its_place(string text, string message) =>
        Assert.Equal($"table.csv: {message}", Assert.Throws<BenchmarkFormatException>(() => Read(text)).Message);

    [Fact]
    public void Bytes_that_are_not_text_are_refused()
    {
        byte[] bytes = [.. "arch,t\na"u8, 0xff, 0xfe, .. ",1\n"u8];
        var exception = Assert.Throws<BenchmarkFormatException>(() => BenchmarkTable.ReadCsv(new MemoryStream(bytes), "table.csv"));
        Assert.StartsWith("table.csv: line 2, column 2: this is not UTF-8 text", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unclosed_quote_in_a_long_file_is_found_before_the_file_is_in_memory()
    {
        var exception = Assert.Throws<BenchmarkFormatException>(() => Read("arch,t\n\"" + new string('a', 100_000)));
        Assert.Equal("table.csv: line 2, column 1: a field of more than 65536 characters; is a quote not closed?", exception.Message);
    }

    private static Gen<string> TextOf(params string[] pieces) =>
        Gen.Int[0, pieces.Length - 1].Array[0, 20].Select(indices => string.Concat(indices.Select(i => pieces[i])));

    private static long[] Bits(BenchmarkTable table, string task) =>
        [.. table.Column(task).ToArray().Select(value => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value))];

    private static BenchmarkTable Read(string text) => BenchmarkTable.ReadCsv(new MemoryStream(Encoding.UTF8.GetBytes(text)), "table.csv");
}
