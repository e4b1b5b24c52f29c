using System.Collections.Immutable;
using Surrogates.Architectures;
using Surrogates.Encodings.Parts;

namespace Surrogates.Encodings;

/// <summary>
/// Which features an architecture is turned into: parts that are chosen and combined fluently. Every part describes the
/// canonical form, so that equal networks have equal features. Immutable.
/// </summary>
/// <example>
/// <code>
/// ArchitectureEncoding encoding = new ArchitectureEncoding().OneHot().Paths().Cost();
/// IArchitectureEncoder encoder = encoding.For(SearchSpaces.Micro);
/// float[] features = encoder.Encode(SearchSpaces.Micro.Parse("64-41414-1_01_302"));
/// </code>
/// </example>
public sealed class ArchitectureEncoding : IEquatable<ArchitectureEncoding>
{
    private static readonly ImmutableArray<IEncodingPart> Registered =
    [
        new OneHotPart(), new PathsPart(), new OperationCountsPart(), new AdjacencyPart(), new StagesPart(), new TopologyPart(), new SignalPart(), new CostPart(), new GraphPart(),
    ];

    private readonly ImmutableArray<IEncodingPart> _parts;

    /// <summary>An encoding without parts, to add some to.</summary>
    public ArchitectureEncoding()
        : this([])
    {
    }

    private ArchitectureEncoding(ImmutableArray<IEncodingPart> parts) => _parts = parts;

    /// <summary>The names of all parts there are.</summary>
    public static IReadOnlyList<string> PartNames { get; } = [.. Registered.Select(part => part.Name)];

    /// <summary>Adds 0 or 1 for each option of each choice (each operation of each edge, each type of each module).</summary>
    public ArchitectureEncoding OneHot() => With("onehot");

    /// <summary>
    /// Adds, for a cell, how many paths from input to output carry each sequence of operations; identities are left out of the
    /// sequences.
    /// </summary>
    /// <remarks>
    /// White, Neiswanger, Savani: "BANANAS", AAAI 2021, with counts for 0 or 1, so that it does not depend on the nodes' order.
    /// Short sequences come first; longer ones are cut where all of a length would pass 512 features.
    /// </remarks>
    public ArchitectureEncoding Paths() => With("paths");

    /// <summary>Adds how often each operation is used.</summary>
    public ArchitectureEncoding OperationCounts() => With("operations");

    /// <summary>Adds the adjacency matrix of the graph with operations on its nodes, and each node's operation as 0 or 1.</summary>
    /// <remarks>The encoding of NAS-Bench-101 (Ying et al., ICML 2019), on the canonical form.</remarks>
    public ArchitectureEncoding Adjacency() => With("adjacency");

    /// <summary>Adds, where the shape changes along the network, channels, resolution and their course by stage.</summary>
    public ArchitectureEncoding Stages() => With("stages");

    /// <summary>Adds the shape of a cell's graph: the number and lengths of its paths, and the degrees of its nodes.</summary>
    public ArchitectureEncoding Topology() => With("topology");

    /// <summary>
    /// Adds how a signal travels through a stack of the cell at initialization, in closed form: variance, effective depth by operation, and the
    /// share that passes untouched.
    /// </summary>
    public ArchitectureEncoding Signal() => With("signal");

    /// <summary>Adds the logarithms of parameters and FLOPs of the canonical form, where the space has a formula.</summary>
    public ArchitectureEncoding Cost() => With("cost");

    /// <summary>
    /// Adds the graph with operations on its nodes, as graph neural networks read it: for each node its operation, shape, cost and distance from
    /// input and output, then the edges. It must come first.
    /// </summary>
    public ArchitectureEncoding Graph() => With("graph");

    /// <summary>
    /// The encoding that measured best for a kind of space, and that surrogates use unless told otherwise. Where a part describes the
    /// structure (cells, networks whose shape changes), single choices add nothing to it; a plain sequence has only them.
    /// </summary>
    public static ArchitectureEncoding DefaultFor(ISearchSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        var structure = new ArchitectureEncoding().OperationCounts().Topology().Signal().Stages().Cost();
        return structure._parts.Any(part => part is TopologyPart or StagesPart && part.TryCreate(space) is not null)
            ? structure
            : new ArchitectureEncoding().OneHot().OperationCounts().Cost();
    }

    /// <summary>The graph, then <see cref="DefaultFor"/>: what graph neural networks take unless told otherwise.</summary>
    public static ArchitectureEncoding WithGraphFor(ISearchSpace space) =>
        DefaultFor(space)._parts.Aggregate(new ArchitectureEncoding().Graph(), (encoding, part) => encoding.With(part.Name));

    /// <summary>Reads what <see cref="ToString"/> writes: names of parts joined by <c>+</c>.</summary>
    /// <exception cref="InputException">A name is not that of a part.</exception>
    public static ArchitectureEncoding Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(new ArchitectureEncoding(), (encoding, name) => encoding.With(name));
    }

    /// <summary>The encoder of these parts for a space; parts that say nothing of the space are left out.</summary>
    /// <exception cref="InputException">None of the parts says anything of the space.</exception>
    public IArchitectureEncoder For(ISearchSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        var encoders = _parts.Select(part => part.TryCreate(space)).OfType<IArchitectureEncoder>().ToList();
        return encoders.Count > 0
            ? new CombinedEncoder(encoders)
            : throw new InputException($"encoding '{this}': has no features for the search space '{space.Name}'; add onehot, which every space has");
    }

    /// <summary>The names of the parts joined by <c>+</c>.</summary>
    public override string ToString() => string.Join('+', _parts.Select(part => part.Name));

    /// <inheritdoc/>
    public bool Equals(ArchitectureEncoding? other) => other is not null && _parts.SequenceEqual(other._parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ArchitectureEncoding);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private ArchitectureEncoding With(string name)
    {
        var part = Registered.FirstOrDefault(part => part.Name == name)
            ?? throw new InputException($"encoding '{name}': there is no such part; expected {string.Join(", ", PartNames)}");
        return _parts.Contains(part) ? this : new ArchitectureEncoding(_parts.Add(part));
    }
}
