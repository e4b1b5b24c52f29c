namespace Surrogates.Training.Data.Splitting;

/// <summary>Pictures of one stratum that may come into the same sets, in the order in which they are drawn.</summary>
internal sealed class SplitGroup(SplitSets sets, int[] indices)
{
    private int _taken;

    public SplitSets Sets { get; } = sets;

    public int InitialCount { get; } = indices.Length;

    /// <summary>How many are left.</summary>
    public int Count { get; private set; } = indices.Length;

    /// <summary>Takes the next.</summary>
    public ReadOnlySpan<int> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        _taken += count;
        Count -= count;
        return indices.AsSpan(_taken - count, count);
    }

    /// <summary>Leaves only the next few.</summary>
    public void Keep(int count) => Count = Math.Min(Count, count);
}
