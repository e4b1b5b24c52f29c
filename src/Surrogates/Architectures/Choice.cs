namespace Surrogates.Architectures;

/// <summary>One decision that an architecture takes: an edge's operation, a module's type, a layer's kernel.</summary>
/// <param name="Name">What is decided, unique in its space.</param>
/// <param name="Options">The options' names, 1 to 255 of them, in the space's fixed order.</param>
public sealed record Choice(string Name, IReadOnlyList<string> Options);
