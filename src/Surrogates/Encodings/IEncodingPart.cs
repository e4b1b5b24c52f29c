using Surrogates.Architectures;

namespace Surrogates.Encodings;

/// <summary>One kind of features that follow from an architecture, for every search space.</summary>
internal interface IEncodingPart
{
    /// <summary>The name that stands in an <see cref="ArchitectureEncoding"/>'s text and in model files.</summary>
    string Name { get; }

    /// <summary>The encoder for a space, or null where the space has no such features.</summary>
    IArchitectureEncoder? TryCreate(ISearchSpace space);
}
