namespace Surrogates.Benchmarks;

/// <summary>
/// A benchmark file cannot be read. The one-line message names the file and the line and column or the byte,
/// and says what was found there and what is expected.
/// </summary>
public sealed class BenchmarkFormatException : InputException
{
    /// <summary>Creates the exception from its one-line message.</summary>
    public BenchmarkFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception from its one-line message and the failure beneath it.</summary>
    public BenchmarkFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static BenchmarkFormatException AtPosition(string file, int line, int column, string message) =>
        new(string.Create(null, $"{file}: line {line}, column {column}: {message}"));

    internal static BenchmarkFormatException AtByte(string file, long offset, string message) =>
        new(string.Create(null, $"{file}: byte {offset}: {message}"));
}
