using System.Runtime.InteropServices;

namespace Surrogates.Benchmarks.Pickles;

/// <summary>
/// Room for many short lists of numbers in few large arrays: a list of a curve's 25 numbers costs no object of its own,
/// and nothing is ever copied to make it smaller or larger.
/// </summary>
internal sealed class NumberArena(PickleBudget budget)
{
    // In numbers. Each chunk is twice as long as the one before, so that a small file does not pay for a large one's.
    private const int FirstChunkLength = 1 << 10;
    private const int LastChunkLength = 1 << 17;

    // A list longer than this part of a chunk gets an array of its own, so that little of a chunk is left over.
    private const int LargestPart = 8;

    private int _nextLength = FirstChunkLength;
    private double[] _chunk = [];
    private int _used;

    /// <summary>Room for exactly so many numbers.</summary>
    public Memory<double> Take(int count)
    {
        if (count > _nextLength / LargestPart)
        {
            budget.Charge((long)count * sizeof(double));
            return new double[count];
        }

        if (count > _chunk.Length - _used)
        {
            budget.Charge(_nextLength * sizeof(double));
            _chunk = GC.AllocateUninitializedArray<double>(_nextLength);
            _nextLength = Math.Min(_nextLength * 2, LastChunkLength);
            _used = 0;
        }

        var room = _chunk.AsMemory(_used, count);
        _used += count;
        return room;
    }

    /// <summary>
    /// Room for more numbers than were taken, with the old ones in it. Where nothing was taken since, as for a list to
    /// which numbers are appended one by one, it is the old room, made longer.
    /// </summary>
    public Memory<double> Grow(Memory<double> room, int count)
    {
        if (room.Length > 0
            && MemoryMarshal.TryGetArray((ReadOnlyMemory<double>)room, out var segment)
            && segment.Array == _chunk
            && segment.Offset + room.Length == _used
            && segment.Offset + count <= _chunk.Length)
        {
            _used = segment.Offset + count;
            return _chunk.AsMemory(segment.Offset, count);
        }

        var larger = Take(room.Length == 0 ? count : Math.Max(count, room.Length * 2));
        room.CopyTo(larger);
        return larger;
    }
}
