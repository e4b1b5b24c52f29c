namespace Surrogates;

/// <summary>
/// Receives progress where and when it is reported; <see cref="Progress{T}"/> passes it on to another thread, later, and perhaps in another
/// order.
/// </summary>
/// <param name="receive">Receives what is reported, on the thread that reports it.</param>
public sealed class ImmediateProgress<T>(Action<T> receive) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => receive(value);
}
