using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;

namespace Surrogates.Training.Data;

/// <summary>Labels of several tasks for the same pictures.</summary>
public sealed record LabelSets : ImageLabels
{
    private readonly ImmutableArray<KeyValuePair<string, ImageLabels>> _sets;

    /// <summary>Creates labels.</summary>
    /// <param name="sets">For each task, by its name, the labels; the first is the one that is taken unless the user says otherwise.</param>
    /// <exception cref="ArgumentException">There are none, two are of the same task, or one is of several tasks itself.</exception>
    public LabelSets(params IEnumerable<KeyValuePair<string, ImageLabels>> sets)
    {
        _sets = [.. sets];
        if (_sets.IsEmpty
            || _sets.DistinctBy(set => set.Key, StringComparer.OrdinalIgnoreCase).Count() < _sets.Length
            || _sets.Any(set => set.Value is LabelSets))
        {
            throw new ArgumentException("Labels of one task or more are expected, each once.", nameof(sets));
        }
    }

    /// <summary>The names of the tasks.</summary>
    public IEnumerable<string> Tasks => _sets.Select(set => set.Key);

    /// <inheritdoc/>
    public override ImageLabels? For(string task) =>
        _sets.FirstOrDefault(set => set.Key.Equals(task, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The same sets, each changed.</summary>
    internal LabelSets Map(Func<ImageLabels, ImageLabels> change) =>
        new(_sets.Select(set => KeyValuePair.Create(set.Key, change(set.Value))));

    internal override ImageLabels Select(ReadOnlySpan<int> rows)
    {
        var copy = rows.ToArray();
        return Map(labels => labels.Select(copy));
    }

    internal override void AppendTo(XxHash128 hash, ReadOnlySpan<int> sample)
    {
        foreach (var (task, labels) in _sets)
        {
            hash.Append(Encoding.UTF8.GetBytes(task));
            labels.AppendTo(hash, sample);
        }
    }

    internal override void Release()
    {
        foreach (var (_, labels) in _sets)
        {
            labels.Release();
        }
    }
}
