using Surrogates.Architectures;
using Surrogates.Benchmarks;

namespace Surrogates.Models;

/// <summary>Architectures of one search space with a measured value each; higher is better.</summary>
public sealed class TrainingSet
{
    private readonly double[] _values;

    /// <summary>Creates a set.</summary>
    /// <exception cref="ArgumentException">The lengths differ, a value is not finite, or an architecture is of another space.</exception>
    public TrainingSet(ISearchSpace space, string task, IReadOnlyList<Architecture> architectures, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(space);
        if (architectures.Count != values.Count)
        {
            throw new ArgumentException($"There are {architectures.Count} architectures and {values.Count} values.", nameof(values));
        }

        if (values.Any(value => !double.IsFinite(value)))
        {
            throw new ArgumentException("Every value must be finite; leave out what was not measured.", nameof(values));
        }

        if (architectures.FirstOrDefault(architecture => !architecture.Space.Equals(space)) is { } stranger)
        {
            throw new ArgumentException($"'{stranger}' is of the space '{stranger.Space}', not '{space}'.", nameof(architectures));
        }

        Space = space;
        Task = task;
        Architectures = architectures;
        _values = [.. values];
    }

    /// <summary>The search space of all architectures.</summary>
    public ISearchSpace Space { get; }

    /// <summary>The task whose values these are.</summary>
    public string Task { get; }

    /// <summary>The architectures.</summary>
    public IReadOnlyList<Architecture> Architectures { get; }

    /// <summary>The value of each architecture.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>The measured rows of a table's task.</summary>
    /// <exception cref="InputException">The table has no such task, or one of its texts is not of the space.</exception>
    public static TrainingSet From(BenchmarkTable table, string task, ISearchSpace space)
    {
        ArgumentNullException.ThrowIfNull(table);
        var column = table.Column(task);
        var architectures = new List<Architecture>();
        var values = new List<double>();
        for (var row = 0; row < column.Length; row++)
        {
            if (!double.IsNaN(column[row]))
            {
                architectures.Add(space.Parse(table.Architectures[row]));
                values.Add(column[row]);
            }
        }

        return new TrainingSet(space, task, architectures, values);
    }

    /// <summary>The set with only the architectures at these places.</summary>
    public TrainingSet Take(IEnumerable<int> places)
    {
        var kept = places.ToList();
        return new TrainingSet(Space, Task, [.. kept.Select(i => Architectures[i])], [.. kept.Select(i => _values[i])]);
    }
}
