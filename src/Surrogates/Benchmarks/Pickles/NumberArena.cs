namespace Surrogates.Benchmarks.Pickles;

/// <summary>
/// Room for many short lists of numbers in few large arrays: a list of a curve's 25 numbers costs no object of its own,
/// and nothing is ever copied to make it smaller or larger.
/// </summary>
internal sealed class NumberArena(PickleBudget budget)
{
    // 1 MB. Large enough that the collector leaves it in place.
    private const int ChunkLength = 1 << 17;

    private double[] _chunk = [];
    private int _used;

    /// <summary>Room for exactly so many numbers.</summary>
    public Memory<double> Take(int count)
    {
        if (count > ChunkLength / 16)
        {
            budget.Charge((long)count * sizeof(double));
            return new double[count];
        }

        if (count > _chunk.Length - _used)
        {
            budget.Charge(ChunkLength * sizeof(double));
            _chunk = GC.AllocateUninitializedArray<double>(ChunkLength);
            _used = 0;
        }

        var room = _chunk.AsMemory(_used, count);
        _used += count;
        return room;
    }
}
