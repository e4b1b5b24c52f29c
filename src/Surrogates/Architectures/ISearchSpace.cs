using System.Numerics;

namespace Surrogates.Architectures;

/// <summary>
/// A set of architectures: how they are written, drawn and changed, and which of them are the same network.
/// Implementations are immutable and safe for use from several threads.
/// </summary>
/// <remarks>
/// Everything random takes a <see cref="Random"/>, and the same seed gives the same architectures.
/// A new space derives from <see cref="SearchSpace"/> and adds a line to <see cref="SearchSpaces"/>; a user's own space needs
/// no code (<see cref="SearchSpaces.Load"/>).
/// </remarks>
public interface ISearchSpace : IEquatable<ISearchSpace>
{
    /// <summary>The name by which the space is asked for.</summary>
    string Name { get; }

    /// <summary>One sentence that says what the space's architectures are.</summary>
    string Description { get; }

    /// <summary>The number of architectures (texts) in the space.</summary>
    BigInteger Count { get; }

    /// <summary>The decisions that an architecture takes, in the order of <see cref="Architecture.Choices"/>.</summary>
    IReadOnlyList<Choice> Choices { get; }

    /// <summary>
    /// What <see cref="SearchSpaces.Deserialize"/> restores the space from: a built-in space's name, or a user's own definition
    /// as JSON.
    /// </summary>
    string Serialize();

    /// <summary>Reads an architecture.</summary>
    /// <exception cref="ArchitectureFormatException">The text is not one of the space; the message points at the character.</exception>
    Architecture Parse(string text);

    /// <summary>Reads an architecture, or says that the text is none.</summary>
    bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Architecture? architecture);

    /// <summary>Writes an architecture given as an option index for each choice.</summary>
    string Format(ReadOnlySpan<byte> choices);

    /// <summary>The architecture that takes the given option of each choice.</summary>
    /// <exception cref="ArgumentException">The space has no such architecture.</exception>
    Architecture Create(ReadOnlySpan<byte> choices);

    /// <summary>Every architecture once, lazily, in a fixed order.</summary>
    IEnumerable<Architecture> Enumerate();

    /// <summary>Draws an architecture uniformly from the whole space.</summary>
    Architecture Sample(Random random);

    /// <summary>
    /// Draws one of the architecture's <see cref="GetNeighbors"/> uniformly; an architecture without neighbors stays as it is.
    /// </summary>
    /// <exception cref="ArgumentException">The architecture is of another space.</exception>
    Architecture Mutate(Architecture architecture, Random random);

    /// <summary>A child that takes each choice from one parent or the other; always one of the space.</summary>
    /// <exception cref="ArgumentException">A parent is of another space.</exception>
    Architecture CrossOver(Architecture first, Architecture second, Random random);

    /// <summary>Every architecture that is one edit away, without the architecture itself, in a fixed order.</summary>
    IEnumerable<Architecture> GetNeighbors(Architecture architecture);

    /// <summary>
    /// The representative of all architectures of the space that are the same network: parts that do not reach the output
    /// removed, weightless identities merged, nodes in an order of their own. Equal networks have equal representatives; a
    /// representative is its own. Operations with weights are never merged.
    /// </summary>
    /// <remarks>
    /// Where an identity carries onward what is used elsewhere too, or where a cell has no room for the network without the
    /// identity, it is kept, and another cell that computes the same may count as another network.
    /// </remarks>
    Architecture Canonicalize(Architecture architecture);

    /// <summary>
    /// Whether the network's output depends on its input. Where it does not, the network cannot learn, whatever the task.
    /// </summary>
    bool IsConnected(Architecture architecture);

    /// <summary>The network that computes something, as a graph (see <see cref="ArchitectureGraph"/>).</summary>
    ArchitectureGraph GetGraph(Architecture architecture);

    /// <summary>Parameters and operations of the network as it would be built, or null where the space has no formula.</summary>
    ArchitectureCost? GetCost(Architecture architecture);
}
