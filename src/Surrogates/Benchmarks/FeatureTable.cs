using Surrogates.Benchmarks.Csv;

namespace Surrogates.Benchmarks;

/// <summary>
/// Numbers about architectures that come from elsewhere, such as tabulated zero-cost proxies: one row an
/// architecture, one column a feature, NaN where a feature is missing. A table never changes.
/// </summary>
public sealed class FeatureTable
{
    private readonly NumericColumns _columns;

    private FeatureTable(string name, NumericColumns columns)
    {
        Name = name;
        _columns = columns;
        Architectures = Array.AsReadOnly(columns.Architectures);
        Features = Array.AsReadOnly(columns.Names);
    }

    /// <summary>The name of the table: its file's, without folder and extension.</summary>
    public string Name { get; }

    /// <summary>The text of each architecture, in the order of the rows.</summary>
    public IReadOnlyList<string> Architectures { get; }

    /// <summary>The names of the features, in the order of the columns.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>Reads a CSV file: a column <c>arch</c> and one numeric column a feature; empty means missing.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="BenchmarkFormatException">The file's content is not such a table.</exception>
    public static FeatureTable Load(string path)
    {
        using var stream = UserFile.Open(path);
        return ReadCsv(stream, path);
    }

    /// <summary>Reads such a CSV file from a stream, from its position to its end.</summary>
    /// <param name="stream">The stream, which stays open.</param>
    /// <param name="file">The file for messages; the table has its name.</param>
    /// <exception cref="BenchmarkFormatException">The content is not such a table.</exception>
    public static FeatureTable ReadCsv(Stream stream, string file) =>
        new(Path.GetFileNameWithoutExtension(file), CsvTable.Read(stream, file, missingMeans: "missing"));

    /// <summary>The row of an architecture, or −1 where the table lacks it.</summary>
    public int IndexOf(string architecture) => _columns.RowOf(architecture);

    /// <summary>The values of all rows for a feature; NaN where it is missing.</summary>
    /// <exception cref="InputException">The table has no such feature.</exception>
    public ReadOnlySpan<double> Column(string feature)
    {
        var index = _columns.ColumnOf(feature);
        return index >= 0
            ? _columns.Column(index)
            : throw new InputException($"{Name} has no feature {Quoted.Show(feature)}; it has {Quoted.List(Features)}.");
    }

    /// <summary>
    /// The features of these architectures, one row each and in their order: all features are missing for an
    /// architecture that the table lacks.
    /// </summary>
    /// <exception cref="ArgumentException">An architecture is given twice.</exception>
    public FeatureTable Join(IEnumerable<string> architectures)
    {
        string[] selected = [.. architectures];
        return new(Name, new NumericColumns(selected, _columns.Names, _columns.Gather(Array.ConvertAll(selected, IndexOf))));
    }
}
