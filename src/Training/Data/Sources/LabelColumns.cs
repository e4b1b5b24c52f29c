using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Surrogates.Benchmarks;
using Surrogates.Benchmarks.Csv;

namespace Surrogates.Training.Data.Sources;

/// <summary>What the columns beside <c>image</c> mean.</summary>
/// <remarks>
/// One column of text, or one that is called <c>class</c> or <c>label</c>, names the class. Two or more columns of numbers of
/// which none is negative and each row sums to 1 (± .001) are a distribution over the classes that the columns are named for. Any
/// other numbers are targets.
/// </remarks>
internal static class LabelColumns
{
    private const double SumTolerance = 1e-3;

    public static ImageLabels Parse(CsvReader reader, CsvField[] names, List<CsvField[]> rows)
    {
        if (names is [var name] && (name.Text is "class" or "label" || rows.Exists(row => !TryNumber(row[0], out _))))
        {
            return ClassLabels.Of(rows.Select(row => ClassName(reader, row[0], name.Text)));
        }

        var values = new float[rows.Count * names.Length];
        var sumToOne = names.Length > 1;
        for (var row = 0; row < rows.Count; row++)
        {
            var sum = 0.0;
            for (var column = 0; column < names.Length; column++)
            {
                var value = Number(reader, rows[row][column], names[column].Text);
                sumToOne &= value >= 0;
                sum += value;
                values[(row * names.Length) + column] = value;
            }

            sumToOne &= Math.Abs(sum - 1) <= SumTolerance;
        }

        ImmutableArray<string> columns = [.. names.Select(field => field.Text)];
        var numbers = ImmutableCollectionsMarshal.AsImmutableArray(values);
        return sumToOne ? new SoftLabels(columns, numbers) : new VectorLabels(columns, numbers);
    }

    private static string ClassName(CsvReader reader, CsvField field, string column) =>
        string.IsNullOrWhiteSpace(field.Text)
            ? throw reader.Error(
                field.Line,
                field.Column,
                $"nothing in column {Quoted.Show(column)}; the class of the picture is expected.")
            : field.Text;

    private static float Number(CsvReader reader, CsvField field, string column) =>
        TryNumber(field, out var value)
            ? value
            : throw reader.Error(
                field.Line,
                field.Column,
                $"{Quoted.Show(field.Text)} in column {Quoted.Show(column)} is not a finite number; write one like -0.25 or 1e3.");

    private static bool TryNumber(CsvField field, out float value) =>
        float.TryParse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && float.IsFinite(value);
}
