namespace Surrogates.Benchmarks.Pickles;

/// <summary>
/// The memory that a file may claim. A pickle can name in a few bytes what takes gigabytes: shared and nested
/// containers, compressed zeros. So whatever is kept is charged, and the allowance follows from the file's size.
/// </summary>
/// <remarks>With the file itself, the stack and the garbage of reading, this stays below 4 times the file plus 200 MB.</remarks>
internal sealed class PickleBudget(string file, long fileLength)
{
    private const int TimesFile = 3;
    private const long Base = 64L << 20;

    private readonly long _allowance = (TimesFile * fileLength) + Base;
    private long _left = (TimesFile * fileLength) + Base;

    public void Charge(long bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw new BenchmarkFormatException(
                $"{file}: what it describes needs more than {_allowance >> 20} MB of memory for {fileLength} bytes; "
                + "that is no benchmark file.");
        }
    }

    /// <summary>Gives back what was charged for something that is no longer kept.</summary>
    public void Release(long bytes) => _left += bytes;
}
