using System.Text;
using Surrogates.Benchmarks;
using Surrogates.Benchmarks.Csv;
using Surrogates.Training.Data.Splitting;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// A table of the sets that buildings are in, as Taskonomy publishes them: columns <c>id</c>, <c>train</c>, <c>val</c> and <c>test</c>, a
/// row a building, with 1 in one of the three, or in none where it is not used.
/// </summary>
internal static class SplitFile
{
    private const string Prefix = "train_val_test_";
    private const string Extension = ".csv";
    private const int MaximumBytes = 1 << 20;
    private static readonly string[] Columns = ["id", "train", "val", "test"];
    private static readonly SplitSets[] Sets = [SplitSets.Train, SplitSets.Validation, SplitSets.Test];

    /// <summary>The name of the table among the files of a folder; null where there is none.</summary>
    /// <exception cref="InputException">There are several.</exception>
    public static string? Find(string root, string[] files)
    {
        string[] found =
        [
            .. files.Where(file => file.StartsWith(Prefix, StringComparison.Ordinal) && file.EndsWith(Extension, StringComparison.Ordinal)),
        ];
        return found.Length <= 1
            ? found.FirstOrDefault()
            : throw new InputException($"{root}: {Quoted.List(found)} each say which buildings are in which set; keep one of them.");
    }

    /// <summary>The set of each building.</summary>
    /// <exception cref="InputException">It is not such a table.</exception>
    public static Dictionary<string, SplitSets> Read(string path)
    {
        // The published tables end their lines in CR alone.
        var text = Encoding.UTF8.GetString(LabelFile.Read(path, MaximumBytes)).TrimStart('\uFEFF')
            .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var reader = new CsvReader(new StringReader(text), path);
        var header = new List<CsvField>();
        if (!reader.Read(header) || !header.Select(field => field.Text.Trim()).SequenceEqual(Columns))
        {
            throw reader.Error(1, 1, $"a table that begins with {string.Join(',', Columns)} is expected.");
        }

        var sets = new Dictionary<string, SplitSets>(StringComparer.Ordinal);
        var fields = new List<CsvField>();
        while (reader.Read(fields))
        {
            if (fields.Count != Columns.Length)
            {
                throw reader.Error(fields[0].Line, 1, $"{fields.Count} fields; the header has {Columns.Length}.");
            }

            if (!sets.TryAdd(fields[0].Text.Trim(), ReadRow(reader, fields)))
            {
                throw reader.Error(fields[0].Line, 1, $"building {Quoted.Show(fields[0].Text)} appears twice; each appears once.");
            }
        }

        return sets;
    }

    private static SplitSets ReadRow(CsvReader reader, List<CsvField> fields)
    {
        var set = SplitSets.None;
        for (var i = 0; i < Sets.Length; i++)
        {
            var field = fields[i + 1];
            switch (field.Text.Trim())
            {
                case "0":
                    break;
                case "1" when set == SplitSets.None:
                    set = Sets[i];
                    break;
                case "1":
                    throw reader.Error(
                        field.Line, field.Column, $"building {Quoted.Show(fields[0].Text)} is in two sets; it is in one, or none.");
                default:
                    throw reader.Error(field.Line, field.Column, $"{Quoted.Show(field.Text)}; 0 or 1 is expected.");
            }
        }

        return set;
    }
}
