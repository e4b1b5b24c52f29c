using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Surrogates.Architectures;

/// <summary>
/// What search spaces over a fixed list of choices share. By default every combination of options is an architecture, a
/// neighbor differs in one choice, and no two architectures are the same network; a space overrides what differs.
/// </summary>
public abstract class SearchSpace : ISearchSpace
{
    /// <summary>Creates the space from its choices.</summary>
    /// <exception cref="ArgumentException">There is no choice, or one without options or with more than 255.</exception>
    protected SearchSpace(string name, string description, IReadOnlyList<Choice> choices)
    {
        if (choices.Count == 0 || choices.Any(choice => choice.Options.Count is 0 or > 255))
        {
            throw new ArgumentException("A search space has at least one choice, each with 1 to 255 options.", nameof(choices));
        }

        Name = name;
        Description = description;
        Choices = choices;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Choice> Choices { get; }

    /// <inheritdoc/>
    public virtual BigInteger Count => Choices.Aggregate(BigInteger.One, (count, choice) => count * choice.Options.Count);

    /// <inheritdoc/>
    public virtual string Serialize() => Name;

    /// <inheritdoc/>
    public Architecture Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var choices = new byte[Choices.Count];
        return TryRead(text, choices, out var position, out var expectation)
            ? new Architecture(this, choices, text)
            : throw new ArchitectureFormatException(text, position, expectation!);
    }

    /// <inheritdoc/>
    public bool TryParse(string text, [NotNullWhen(true)] out Architecture? architecture)
    {
        ArgumentNullException.ThrowIfNull(text);
        var choices = new byte[Choices.Count];
        architecture = TryRead(text, choices, out _, out _) ? new Architecture(this, choices, text) : null;
        return architecture is not null;
    }

    /// <inheritdoc/>
    public abstract string Format(ReadOnlySpan<byte> choices);

    /// <inheritdoc/>
    public Architecture Create(ReadOnlySpan<byte> choices)
    {
        if (choices.Length != Choices.Count)
        {
            throw new ArgumentException($"'{Name}' has {Choices.Count} choices, not {choices.Length}.", nameof(choices));
        }

        for (var i = 0; i < choices.Length; i++)
        {
            if (choices[i] >= Choices[i].Options.Count)
            {
                throw new ArgumentException($"Choice '{Choices[i].Name}' has no option {choices[i]}.", nameof(choices));
            }
        }

        return IsValid(choices)
            ? new Architecture(this, choices.ToArray())
            : throw new ArgumentException($"'{Name}' has no architecture '{Format(choices)}'.", nameof(choices));
    }

    /// <inheritdoc/>
    public virtual IEnumerable<Architecture> Enumerate()
    {
        var choices = new byte[Choices.Count];
        do
        {
            if (IsValid(choices))
            {
                yield return new Architecture(this, (byte[])choices.Clone());
            }
        }
        while (Increment(choices));
    }

    /// <inheritdoc/>
    public virtual Architecture Sample(Random random)
    {
        var choices = new byte[Choices.Count];
        do
        {
            for (var i = 0; i < choices.Length; i++)
            {
                choices[i] = (byte)random.Next(Choices[i].Options.Count);
            }
        }
        while (!IsValid(choices));
        return new Architecture(this, choices);
    }

    /// <inheritdoc/>
    public Architecture Mutate(Architecture architecture, Random random)
    {
        RequireOwn(architecture);
        var neighbors = GetNeighbors(architecture).ToList();
        return neighbors.Count == 0 ? architecture : neighbors[random.Next(neighbors.Count)];
    }

    /// <inheritdoc/>
    public virtual Architecture CrossOver(Architecture first, Architecture second, Random random)
    {
        RequireOwn(first);
        RequireOwn(second);
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var child = new byte[Choices.Count];
            for (var i = 0; i < child.Length; i++)
            {
                child[i] = (random.Next(2) == 0 ? first : second).Choices[i];
            }

            if (IsValid(child))
            {
                return new Architecture(this, child);
            }
        }

        return first;
    }

    /// <inheritdoc/>
    public virtual IEnumerable<Architecture> GetNeighbors(Architecture architecture)
    {
        for (var i = 0; i < Choices.Count; i++)
        {
            for (var option = 0; option < Choices[i].Options.Count; option++)
            {
                if (option != architecture.Choices[i])
                {
                    var choices = architecture.Choices.ToArray();
                    choices[i] = (byte)option;
                    if (IsValid(choices))
                    {
                        yield return new Architecture(this, choices);
                    }
                }
            }
        }
    }

    /// <inheritdoc/>
    public virtual Architecture Canonicalize(Architecture architecture) => architecture;

    /// <inheritdoc/>
    public virtual bool IsConnected(Architecture architecture) => true;

    /// <inheritdoc/>
    public abstract ArchitectureGraph GetGraph(Architecture architecture);

    /// <inheritdoc/>
    public virtual ArchitectureCost? GetCost(Architecture architecture) => null;

    /// <inheritdoc/>
    public bool Equals(ISearchSpace? other) =>
        ReferenceEquals(this, other) || (other is not null && string.Equals(Serialize(), other.Serialize(), StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ISearchSpace);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The space's name.</summary>
    public override string ToString() => Name;

    /// <summary>
    /// Whether a combination of options is an architecture of the space. A space that refuses some also gives its own
    /// <see cref="Count"/>, and one that refuses most its own <see cref="Sample"/>, which otherwise draws until one is valid.
    /// </summary>
    protected virtual bool IsValid(ReadOnlySpan<byte> choices) => true;

    /// <summary>
    /// Reads a text into <paramref name="choices"/>, or gives the zero-based index of the first character that cannot be and
    /// what would be right there.
    /// </summary>
    protected abstract bool TryRead(string text, byte[] choices, out int position, [NotNullWhen(false)] out string? expectation);

    /// <summary>Refuses an architecture of another space, whose choices would mean something else here.</summary>
    /// <exception cref="ArgumentException">The architecture is of another space.</exception>
    protected void RequireOwn(Architecture architecture)
    {
        if (!Equals(architecture.Space))
        {
            throw new ArgumentException($"'{architecture}' is of the space '{architecture.Space}', not of '{Name}'.", nameof(architecture));
        }
    }

    private bool Increment(byte[] choices)
    {
        for (var i = choices.Length - 1; i >= 0; i--)
        {
            if (++choices[i] < Choices[i].Options.Count)
            {
                return true;
            }

            choices[i] = 0;
        }

        return false;
    }
}
