namespace Surrogates.Tests;

/// <summary>Receives progress where and when it is reported; <see cref="Progress{T}"/> would pass it on to another thread, later.</summary>
internal sealed class Receiver<T>(Action<T> receive) : IProgress<T>
{
    private readonly Lock _lock = new();

    public void Report(T value)
    {
        lock (_lock)
        {
            receive(value);
        }
    }
}
