using System.Numerics;
using Surrogates.Architectures;

namespace Surrogates.Cli.Commands.Spaces;

/// <summary>A search space, in a line.</summary>
internal sealed record SpaceSummary(string Space, BigInteger Architectures, int Choices, string Example, string Description)
{
    /// <summary>Describes a space, with an example that the seed draws among those that can learn.</summary>
    public static SpaceSummary Of(ISearchSpace space, int seed)
    {
        var random = new Random(seed);
        var example = space.Sample(random);
        for (var attempt = 0; attempt < 100 && !space.IsConnected(example); attempt++)
        {
            example = space.Sample(random);
        }

        return new(space.Name, space.Count, space.Choices.Count, example.Text, space.Description);
    }
}
