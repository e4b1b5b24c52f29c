using System.Text;
using Surrogates.Benchmarks;
using Surrogates.Benchmarks.Csv;
using Surrogates.Training.Data.Splitting;

namespace Surrogates.Training.Data.Sources;

/// <summary>
/// A folder with a <c>labels.csv</c>: a column <c>image</c> with paths relative to the folder, and one or more columns of labels
/// (<see cref="LabelColumns"/>). Pictures that it does not name are not read.
/// </summary>
internal sealed class LabelsCsv
{
    public const string FileName = "labels.csv";
    public const string ImageColumn = "image";

    private readonly string _folder;
    private readonly string _file;
    private readonly bool _skipBad;
    private readonly List<string> _skipped = [];

    private LabelsCsv(string folder, bool skipBad)
    {
        _folder = folder;
        _file = Path.Combine(folder, FileName);
        _skipBad = skipBad;
    }

    /// <summary>Lists the pictures that the file names, in the ordinal order of their paths.</summary>
    /// <exception cref="InputException">The file is not such a table, or names a file that is not there or outside the folder.</exception>
    public static FileImageSource List(string folder, int size, bool skipBad) => new LabelsCsv(folder, skipBad).List(size);

    private FileImageSource List(int size)
    {
        using var stream = UserFile.Open(_file);
        using var text = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var reader = new CsvReader(text, _file);
        var header = new List<CsvField>();
        if (!reader.Read(header))
        {
            throw reader.Error(1, 1, "the file is empty; expected a header line such as image,class.");
        }

        var image = CheckHeader(reader, header);
        var rows = ReadRows(reader, header, image);
        if (rows.Count == 0)
        {
            throw reader.Error(1, 1, "no picture is named; expected a line for each, such as cats/1.jpg,cat.");
        }

        int[] order = [.. Enumerable.Range(0, rows.Count).OrderBy(row => rows[row].Name, StringComparer.Ordinal)];
        CsvField[] names = [.. header.Where((_, column) => column != image)];
        return new(_folder, size)
        {
            ItemNames = [.. order.Select(row => rows[row].Name)],
            Labels = LabelColumns.Parse(reader, names, rows.ConvertAll(row => row.Labels)).Select(order),
            Sets = [.. order.Select(_ => SplitSets.Any)],
            Skipped = [.. _skipped],
        };
    }

    private static int CheckHeader(CsvReader reader, List<CsvField> header)
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

        var image = header.FindIndex(field => field.Text == ImageColumn);
        if (image < 0)
        {
            throw reader.Error(header[0].Line, header[0].Column, $"no column '{ImageColumn}'; it holds the path of each picture.");
        }

        return header.Count > 1
            ? image
            : throw reader.Error(
                header[0].Line,
                header[0].Column,
                $"no column besides '{ImageColumn}'; at least one of labels is expected.");
    }

    private List<(string Name, CsvField[] Labels)> ReadRows(CsvReader reader, List<CsvField> header, int image)
    {
        var rows = new List<(string Name, CsvField[] Labels)>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var fields = new List<CsvField>();
        while (reader.Read(fields))
        {
            if (fields.Count != header.Count)
            {
                var last = fields[Math.Min(fields.Count, header.Count + 1) - 1];
                throw reader.Error(last.Line, last.Column, $"{fields.Count} fields; the header has {header.Count}.");
            }

            var field = fields[image];
            var name = RelativePath(reader, field);
            if (!lines.TryAdd(name, field.Line))
            {
                throw reader.Error(
                    field.Line,
                    field.Column,
                    $"picture {Quoted.Show(name)} is already on line {lines[name]}; each appears once.");
            }

            if (Exists(reader, field, name))
            {
                rows.Add((name, [.. fields.Where((_, column) => column != image)]));
            }
        }

        return rows;
    }

    /// <summary>The path with <c>/</c>, certain to stay in the folder by its text.</summary>
    private static string RelativePath(CsvReader reader, CsvField field)
    {
        var path = field.Text.Replace('\\', '/');
        if (Path.IsPathRooted(path) || path.Split('/').Any(part => part is "" or "." or "..") || string.IsNullOrWhiteSpace(path))
        {
            throw reader.Error(
                field.Line,
                field.Column,
                $"{Quoted.Show(field.Text)} is not the path of a picture in this folder; write it relative to the folder, such as "
                + "cats/1.jpg, without '..'.");
        }

        return path;
    }

    private bool Exists(CsvReader reader, CsvField field, string name)
    {
        if (File.Exists(Path.Combine(_folder, name)))
        {
            return true;
        }

        var missing = reader.Error(field.Line, field.Column, $"there is no file {Quoted.Show(name)} in {_folder}.");
        if (!_skipBad)
        {
            throw missing;
        }

        _skipped.Add(missing.Message);
        return false;
    }
}
