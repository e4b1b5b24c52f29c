using System.Buffers;
using System.Globalization;

namespace Surrogates.Benchmarks.Csv;

/// <summary>Writes what <see cref="CsvTable"/> reads back to the same bits: invariant culture, lines that end in LF.</summary>
internal static class CsvWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static void Write(TextWriter writer, NumericColumns table)
    {
        writer.Write("arch");
        foreach (var name in table.Names)
        {
            writer.Write(',');
            WriteText(writer, name);
        }

        writer.Write('\n');
        for (var row = 0; row < table.Architectures.Length; row++)
        {
            WriteText(writer, table.Architectures[row]);
            for (var column = 0; column < table.Names.Length; column++)
            {
                writer.Write(',');
                var value = table.Column(column)[row];
                if (!double.IsNaN(value))
                {
                    writer.Write(value.ToString("R", CultureInfo.InvariantCulture));
                }
            }

            writer.Write('\n');
        }
    }

    private static void WriteText(TextWriter writer, string text)
    {
        if (!text.AsSpan().ContainsAny(Special))
        {
            writer.Write(text);
            return;
        }

        writer.Write('"');
        writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
