using Surrogates.Architectures;

namespace Surrogates.Evaluation.Protocols;

/// <summary>
/// Random splits of a table's rows that mean the same for every model and task: repeat r of a seed is one order of the rows, training
/// is its beginning, so that the rows of a smaller training set are among those of a larger one.
/// </summary>
public sealed class TableSplit
{
    private readonly int[] _groups;
    private readonly int _groupCount;

    /// <summary>Prepares splits of rows.</summary>
    /// <param name="architectures">The rows' architectures.</param>
    /// <param name="kind">What is kept together.</param>
    public TableSplit(IReadOnlyList<Architecture> architectures, SplitKind kind)
    {
        ArgumentNullException.ThrowIfNull(architectures);
        var groups = new Dictionary<Architecture, int>();
        _groups = new int[architectures.Count];
        for (var row = 0; row < _groups.Length; row++)
        {
            _groups[row] = row;
            if (kind == SplitKind.Network && !groups.TryGetValue(architectures[row].Canonical, out _groups[row]))
            {
                _groups[row] = groups.Count;
                groups.Add(architectures[row].Canonical, groups.Count);
            }
        }

        _groupCount = kind == SplitKind.Network ? groups.Count : _groups.Length;
    }

    /// <summary>Draws a split.</summary>
    /// <param name="measured">Which rows have a value; the others are in neither part.</param>
    /// <param name="trainSize">The number of training rows; all that are measured, where there are fewer.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="repeat">The repeat, from 0.</param>
    /// <returns>
    /// Training rows, and as test all other rows; of a group that training broke off in, the rest is in neither part.
    /// </returns>
    /// <exception cref="ArgumentException">There are more or fewer rows than were prepared, or the size is negative.</exception>
    public (int[] Training, int[] Test) Draw(ReadOnlySpan<bool> measured, int trainSize, int seed, int repeat)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trainSize);
        if (measured.Length != _groups.Length)
        {
            throw new ArgumentException($"There are {_groups.Length} rows, not {measured.Length}.", nameof(measured));
        }

        var rank = Enumerable.Range(0, _groupCount).ToArray();
        new Random(unchecked((int)Numerics.SplitMix64.ForStream(seed, repeat).Next())).Shuffle(rank);
        var order = Enumerable.Range(0, _groups.Length).ToArray();
        Array.Sort(Array.ConvertAll(order, row => ((long)rank[_groups[row]] * _groups.Length) + row), order);

        var training = new List<int>(Math.Min(trainSize, order.Length));
        var test = new List<int>(order.Length);
        var brokenOff = -1;
        foreach (var row in order)
        {
            if (measured[row] && training.Count < trainSize)
            {
                training.Add(row);
                brokenOff = _groups[row];
            }
            else if (measured[row] && _groups[row] != brokenOff)
            {
                test.Add(row);
            }
        }

        test.Sort();
        return ([.. training], [.. test]);
    }
}
