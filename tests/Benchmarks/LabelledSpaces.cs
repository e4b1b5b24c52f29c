using Surrogates.Architectures;
using Surrogates.Models;

namespace Surrogates.Benchmarks;

/// <summary>The two spaces of TransNAS-Bench-101 with a value for each architecture that follows from its cost.</summary>
internal static class LabelledSpaces
{
    public static IReadOnlyList<ISearchSpace> Spaces { get; } = [SearchSpaces.Micro, SearchSpaces.Macro];

    /// <summary>Random architectures of a space, at most <paramref name="count"/>.</summary>
    public static TrainingSet Draw(ISearchSpace space, int count)
    {
        Architecture[] all = [.. space.Enumerate()];
        new Random(1).Shuffle(all);
        Architecture[] drawn = all[..Math.Min(count, all.Length)];
        return new TrainingSet(space, "cost", drawn, [.. drawn.Select(a => Math.Log(a.Canonical.Cost!.Value.Flops))]);
    }
}
