namespace Surrogates.Architectures;

/// <summary>One point of a search space, with its text. Immutable; equal when space and text are equal.</summary>
/// <example>
/// <code>
/// Architecture architecture = SearchSpaces.Micro.Parse("64-41414-1_01_302");
/// Console.WriteLine(architecture.Canonical);           // the text that all equal networks share
/// Console.WriteLine(architecture.Cost?.Parameters);    // by formula, no network is built
/// </code>
/// </example>
public sealed class Architecture : IEquatable<Architecture>
{
    private readonly byte[] _choices;
    private Architecture? _canonical;
    private string? _text;

    internal Architecture(ISearchSpace space, byte[] choices, string? text = null)
    {
        Space = space;
        _choices = choices;
        _text = text;
    }

    /// <summary>The search space that this architecture is a point of.</summary>
    public ISearchSpace Space { get; }

    /// <summary>For each of the space's <see cref="ISearchSpace.Choices"/>, the index of the option taken.</summary>
    public ReadOnlySpan<byte> Choices => _choices;

    /// <summary>The architecture's text, as <see cref="ISearchSpace.Parse"/> reads it.</summary>
    public string Text => _text ??= Space.Format(_choices);

    /// <summary>The representative of all architectures that are the same network (see <see cref="ISearchSpace.Canonicalize"/>).</summary>
    public Architecture Canonical => _canonical ??= Space.Canonicalize(this);

    /// <summary>Parameters and operations by formula, or null where the space has no formula.</summary>
    public ArchitectureCost? Cost => Space.GetCost(this);

    /// <summary>The architecture as a directed acyclic graph with operations on its nodes.</summary>
    public ArchitectureGraph ToGraph() => Space.GetGraph(this);

    /// <inheritdoc/>
    public bool Equals(Architecture? other) =>
        other is not null && (ReferenceEquals(this, other) || (Space.Equals(other.Space) && Choices.SequenceEqual(other.Choices)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Architecture);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_choices);
        return hash.ToHashCode();
    }

    /// <summary>The architecture's text.</summary>
    public override string ToString() => Text;
}
