using Surrogates.Numerics;
using Surrogates.Training.Data.Storage;

namespace Surrogates.Training.Data.Sources;

/// <summary>The pictures that a source is to read, and where to.</summary>
/// <param name="items">Which, ascending.</param>
/// <param name="slots">For each item of the source its slot in the store.</param>
/// <param name="store">Receives the pictures.</param>
/// <param name="parallelism">The most that are decoded at a time.</param>
/// <param name="skipBad">Whether reading goes on after a picture that cannot be read.</param>
/// <param name="progress">Receives the share that is done, from 0 to 1.</param>
/// <param name="cancellationToken">Stops the reading.</param>
internal sealed class PictureLoad(
    int[] items,
    int[] slots,
    PictureStore store,
    int parallelism,
    bool skipBad,
    IProgress<double>? progress,
    CancellationToken cancellationToken)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, InputException> _failures = [];
    private int _firstFailure = int.MaxValue;

    public int[] Items { get; } = items;

    public int Parallelism { get; } = parallelism;

    public IProgress<double>? Progress { get; } = progress;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The pictures that could not be read, each with what is wrong with it.</summary>
    public IReadOnlyDictionary<int, InputException> Failures => _failures;

    public void Store(int item, ReadOnlySpan<byte> picture) => store.Write(slots[item], picture);

    /// <summary>
    /// Reads the pictures side by side. Where bad ones are not skipped, those behind one that cannot be read need not be; those before it
    /// are, so that the failure that is reported is always the same.
    /// </summary>
    /// <param name="read">Reads and stores a picture; throws an <see cref="InputException"/> where it cannot be read.</param>
    public void ReadEach(Action<int> read) =>
        SideBySide.Run(
            Items.Length,
            Parallelism,
            index =>
            {
                var item = Items[index];
                if (!skipBad && item > Volatile.Read(ref _firstFailure))
                {
                    return;
                }

                try
                {
                    read(item);
                }
                catch (InputException failure)
                {
                    Fail(item, failure);
                }
            },
            Progress,
            CancellationToken);

    private void Fail(int item, InputException failure)
    {
        lock (_lock)
        {
            _failures.Add(item, failure);
            _firstFailure = Math.Min(_firstFailure, item);
        }
    }
}
