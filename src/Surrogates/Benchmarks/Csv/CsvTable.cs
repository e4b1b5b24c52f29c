using System.Globalization;
using System.Text;

namespace Surrogates.Benchmarks.Csv;

/// <summary>Tables of numbers in CSV: a header, a column <c>arch</c>, and every other column numeric or empty.</summary>
internal static class CsvTable
{
    private const string KeyColumn = "arch";

    /// <summary>Reads a table; <paramref name="missingMeans"/> is what an empty field means, for messages.</summary>
    public static NumericColumns Read(Stream stream, string file, string missingMeans)
    {
        using var text = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        return Read(text, file, missingMeans);
    }

    /// <inheritdoc cref="Read(Stream, string, string)"/>
    public static NumericColumns Read(TextReader text, string file, string missingMeans)
    {
        var reader = new CsvReader(text, file);
        var fields = new List<CsvField>();
        if (!reader.Read(fields))
        {
            throw reader.Error(1, 1, "the file is empty; expected a header line such as arch,class_scene,jigsaw.");
        }

        var header = fields.ToArray();
        var key = CheckHeader(reader, header);
        var architectures = new List<string>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var columns = Array.ConvertAll(header, _ => new List<double>());
        while (reader.Read(fields))
        {
            CheckRow(reader, header, key, fields);
            var architecture = fields[key];
            if (!lines.TryAdd(architecture.Text, architecture.Line))
            {
                throw reader.Error(
                    architecture.Line,
                    architecture.Column,
                    $"architecture {Quoted.Show(architecture.Text)} is already on line {lines[architecture.Text]}; each appears once.");
            }

            architectures.Add(architecture.Text);
            for (var i = 0; i < header.Length; i++)
            {
                if (i != key)
                {
                    columns[i].Add(ParseNumber(reader, fields[i], header[i].Text, missingMeans));
                }
            }
        }

        int[] kept = [.. Enumerable.Range(0, header.Length).Where(i => i != key)];
        return new(
            [.. architectures],
            Array.ConvertAll(kept, i => header[i].Text),
            Array.ConvertAll(kept, i => columns[i].ToArray()));
    }

    private static int CheckHeader(CsvReader reader, CsvField[] header)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in header)
        {
            if (string.IsNullOrWhiteSpace(field.Text))
            {
                throw reader.Error(field.Line, field.Column, "a column without a name; the first line names every column.");
            }

            if (!names.Add(field.Text))
            {
                throw reader.Error(field.Line, field.Column, $"column {Quoted.Show(field.Text)} appears twice; each appears once.");
            }
        }

        var (line, column) = (header[0].Line, header[0].Column);
        var key = Array.FindIndex(header, field => field.Text == KeyColumn);
        if (key < 0)
        {
            throw reader.Error(line, column, $"no column '{KeyColumn}'; the first line names it and one column a task.");
        }

        return header.Length > 1
            ? key
            : throw reader.Error(line, column, $"no column besides '{KeyColumn}'; at least one of numbers is expected.");
    }

    private static void CheckRow(CsvReader reader, CsvField[] header, int key, List<CsvField> fields)
    {
        if (fields.Count != header.Length)
        {
            var last = fields[Math.Min(fields.Count, header.Length + 1) - 1];
            throw reader.Error(last.Line, last.Column, $"{fields.Count} fields; the header has {header.Length}.");
        }

        if (string.IsNullOrWhiteSpace(fields[key].Text))
        {
            throw reader.Error(fields[key].Line, fields[key].Column, "a row without an architecture.");
        }
    }

    private static double ParseNumber(CsvReader reader, CsvField field, string column, string missingMeans)
    {
        if (string.IsNullOrWhiteSpace(field.Text))
        {
            return double.NaN;
        }

        return double.TryParse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw reader.Error(
                field.Line,
                field.Column,
                $"{Quoted.Show(field.Text)} in column {Quoted.Show(column)} is not a finite number; "
                + $"write one like -0.25 or 1e3, or nothing for {missingMeans}.");
    }
}
