using System.Text;
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

    /// <summary>A table of numbers that are in memory already.</summary>
    /// <param name="name">The name of the table.</param>
    /// <param name="architectures">The text of each architecture, once each.</param>
    /// <param name="features">The names of the features, once each.</param>
    /// <param name="columns">For each feature a value an architecture; NaN where it is missing.</param>
    /// <exception cref="ArgumentException">A name is empty or there twice, or a column is of another length.</exception>
    public static FeatureTable Create(
        string name, IReadOnlyList<string> architectures, IReadOnlyList<string> features, IReadOnlyList<double[]> columns) =>
        new(name, new NumericColumns([.. architectures], [.. features], [.. columns.Select(column => (double[])column.Clone())]));

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

    /// <summary>Writes the table as CSV, which reads back to the same values bit by bit. The file appears whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, WriteCsv);

    /// <summary>Writes the table as CSV in UTF-8 to a stream, which stays open.</summary>
    public void WriteCsv(Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        CsvWriter.Write(writer, _columns);
    }

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
