using System.Text.Json.Serialization;
using Surrogates.Architectures;

namespace Surrogates.Cli.Commands.Inspect;

/// <summary>What is known of an architecture without training it. Costs are null where the space has no formula.</summary>
internal sealed record Inspection(
    string Arch,
    string Space,
    string Canonical,
    bool Connected,
    long? Parameters,
    long? MultiplyAdds,
    long? Flops,
    int Neighbors,
    IReadOnlyDictionary<string, string> Choices,
    ArchitectureGraph Graph,
    [property: JsonIgnore] Architecture Architecture)
{
    public static Inspection Of(Architecture architecture)
    {
        var space = architecture.Space;
        var cost = architecture.Cost;
        return new(
            architecture.Text,
            space.Name,
            architecture.Canonical.Text,
            space.IsConnected(architecture),
            cost?.Parameters,
            cost?.MultiplyAdds,
            cost?.Flops,
            space.GetNeighbors(architecture).Count(),
            space.Choices.Zip(architecture.Choices.ToArray()).ToDictionary(pair => pair.First.Name, pair => pair.First.Options[pair.Second]),
            architecture.ToGraph(),
            architecture);
    }
}
