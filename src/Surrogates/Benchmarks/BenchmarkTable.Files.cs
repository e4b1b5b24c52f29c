using System.Text;
using Surrogates.Benchmarks.Csv;

namespace Surrogates.Benchmarks;

public sealed partial class BenchmarkTable
{
    /// <summary>
    /// Reads a table from a file: CSV with a column <c>arch</c> and one column a task, empty where not measured; or the
    /// official <c>.pth</c> of TransNAS-Bench-101. The content decides which it is, not the name.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What to take from the <c>.pth</c>; a CSV table has nothing to choose.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InputException">The file cannot be read, or the options do not fit it.</exception>
    /// <exception cref="BenchmarkFormatException">The file's content is not such a table.</exception>
    public static BenchmarkTable Load(string path, BenchmarkTableOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        using var stream = UserFile.Open(path);
        if (TransNasBenchmark.IsRecognized(stream))
        {
            var benchmark = TransNasBenchmark.Load(stream, path, cancellationToken);
            return benchmark.ToTable(options.Space ?? SoleSpace(path, benchmark), options.Metric, options.Epoch ?? default);
        }

        RejectOptions(path, options);
        return ReadCsv(stream, path);
    }

    /// <summary>Reads CSV in UTF-8 from a stream, from its position to its end.</summary>
    /// <param name="stream">The stream, which stays open.</param>
    /// <param name="file">The file for messages; the table has its name.</param>
    /// <exception cref="BenchmarkFormatException">The content is not such a table.</exception>
    public static BenchmarkTable ReadCsv(Stream stream, string file) =>
        new(Path.GetFileNameWithoutExtension(file), CsvTable.Read(stream, file, missingMeans: "not measured"));

    /// <summary>Writes the table as CSV, which reads back to the same values bit by bit. The file appears whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, WriteCsv);

    /// <summary>Writes the table as CSV in UTF-8 to a stream, which stays open.</summary>
    public void WriteCsv(Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        CsvWriter.Write(writer, _columns);
    }

    private static string SoleSpace(string path, TransNasBenchmark benchmark) =>
        benchmark.Spaces is [var space]
            ? space
            : throw new InputException(
                $"{path}: it holds the search spaces {Quoted.List(benchmark.Spaces)}; name one as the space to take (--space on the command line).");

    private static void RejectOptions(string path, BenchmarkTableOptions options)
    {
        if ((options.Metric is not null ? "a metric" : options.Epoch is not null ? "an epoch" : null) is { } given)
        {
            throw new InputException(
                $"{path}: {given} can be chosen only from the official .pth of TransNAS-Bench-101; "
                + "this is a CSV table, which holds one number a task.");
        }
    }
}
