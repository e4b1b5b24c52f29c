using System.Text;
using System.Text.Json;

namespace Surrogates.AutoML.Benchmarks;

/// <summary>
/// Trainings as lines of JSON, which are only ever added. A line that was cut off when the process ended is dropped.
/// </summary>
internal sealed class BenchmarkJournal : IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true };

    private readonly Lock _lock = new();
    private readonly FileStream _file;

    private BenchmarkJournal(FileStream file, IReadOnlyList<BenchmarkTraining> trainings) => (_file, Trainings) = (file, trainings);

    /// <summary>The trainings that it held when it was opened.</summary>
    public IReadOnlyList<BenchmarkTraining> Trainings { get; }

    /// <summary>Opens or creates a journal.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It cannot be opened, or holds something else.</exception>
    public static BenchmarkJournal Open(string path)
    {
        var file = UserFile.Try(path, "write", () => new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));
        try
        {
            return new BenchmarkJournal(file, Read(file, path));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Adds a training. It is in the file when this returns.</summary>
    public void Add(BenchmarkTraining training)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(training, Json);
        lock (_lock)
        {
            _file.Write([.. line, (byte)'\n']);
            _file.Flush();
        }
    }

    public void Dispose() => _file.Dispose();

    private static List<BenchmarkTraining> Read(FileStream file, string path)
    {
        var content = new byte[file.Length];
        file.ReadExactly(content);
        var end = content.AsSpan().LastIndexOf((byte)'\n') + 1;
        file.SetLength(end);
        file.Position = end;
        string[] lines = Encoding.UTF8.GetString(content.AsSpan(0, end)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select((line, index) => Parse(line, path, index + 1))];
    }

    private static BenchmarkTraining Parse(string line, string path, int number)
    {
        try
        {
            var training = JsonSerializer.Deserialize<BenchmarkTraining>(line, Json);
            return training is { Task: not null, Architecture: not null, Curve: not null } ? training : throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw new InputException($"{path}: line {number} is not a training; delete it, and it is trained again.", exception);
        }
    }
}
