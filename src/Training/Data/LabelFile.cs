using System.Globalization;
using System.Text;
using Surrogates.Benchmarks;
using Surrogates.Benchmarks.Csv;

namespace Surrogates.Training.Data;

/// <summary>Images with a <c>labels.csv</c> beside them.</summary>
internal static class LabelFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "labels.csv";

    private const string ImageColumn = "image";
    private const double Tolerance = 1e-3;

    /// <summary>Reads the file of a folder.</summary>
    /// <exception cref="InputException">The file cannot be used; the message names line and column.</exception>
    public static ImageListing Find(string folder)
    {
        var path = Path.Combine(folder, Name);
        using var stream = UserFile.Open(path);
        using var text = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var reader = new CsvReader(text, path);
        var fields = new List<CsvField>();
        if (!reader.Read(fields) || fields[0].Text != ImageColumn || fields.Count < 2)
        {
            throw reader.Error(1, 1, "expected a header such as image,class or image,width,height: the image first, then its labels.");
        }

        string[] columns = [.. fields.Skip(1).Select(field => field.Text)];
        var rows = new SortedDictionary<string, CsvField[]>(StringComparer.Ordinal);
        while (reader.Read(fields))
        {
            if (fields.Count != columns.Length + 1)
            {
                throw reader.Error(fields[0].Line, 1, $"{fields.Count} fields; expected {columns.Length + 1}, as in the header.");
            }

            var image = Within(reader, fields[0]);
            if (!rows.TryAdd(image, [.. fields.Skip(1)]))
            {
                throw reader.Error(fields[0].Line, fields[0].Column, $"image {Quoted.Show(image)} is there twice.");
            }
        }

        if (rows.Count == 0)
        {
            throw reader.Error(2, 1, "there is no image; expected a line for each.");
        }

        return new ImageListing(
            folder, new ImageFiles(folder, [.. rows.Keys]), Read(reader, columns, [.. rows.Values]), new ImagePart[rows.Count]);
    }

    private static string Within(CsvReader reader, CsvField field)
    {
        var name = field.Text.Replace('\\', '/');
        return name.Length > 0 && !Path.IsPathRooted(name) && !name.Contains(':', StringComparison.Ordinal) && !name.Split('/').Contains("..")
            ? name
            : throw reader.Error(field.Line, field.Column, $"{Quoted.Show(field.Text)} is not a path within the folder.");
    }

    private static ImageLabels Read(CsvReader reader, string[] columns, List<CsvField[]> rows)
    {
        if (columns is ["class" or "label"] || (columns.Length == 1 && !rows.Any(row => TryParse(row[0].Text, out _))))
        {
            string[] names = [.. rows.Select(row => row[0].Text).Distinct().Order(StringComparer.Ordinal)];
            var empty = rows.FirstOrDefault(row => row[0].Text.Length == 0);
            if (empty is not null)
            {
                throw reader.Error(empty[0].Line, empty[0].Column, "the class is empty.");
            }

            return names.Length > 1
                ? new ClassLabels(names, [.. rows.Select(row => Array.IndexOf(names, row[0].Text))])
                : throw reader.Error(2, 1, $"there is one class, {Quoted.Show(names[0])}; two or more are needed.");
        }

        var numbers = new float[rows.Count * columns.Length];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                var field = rows[row][column];
                numbers[(row * columns.Length) + column] = TryParse(field.Text, out var number)
                    ? number
                    : throw reader.Error(field.Line, field.Column, $"{Quoted.Show(field.Text)} is not a finite number (column {Quoted.Show(columns[column])}).");
            }
        }

        return columns.Length > 1 && AreProbabilities(numbers, columns.Length) ? new SoftLabels(columns, numbers) : new VectorLabels(columns, numbers);
    }

    private static bool AreProbabilities(float[] numbers, int columns) => numbers.Chunk(columns).All(
        row => row.All(number => number >= 0) && Math.Abs(row.Sum() - 1) <= Tolerance);

    private static bool TryParse(string text, out float number) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && float.IsFinite(number);
}
