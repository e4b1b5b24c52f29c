using Surrogates.Architectures;
using Surrogates.Models;

namespace Surrogates.Tests.Models;

/// <summary>Architectures with values that follow from them.</summary>
internal static class Samples
{
    /// <summary>Random cells, each once, with a smooth function of their operations.</summary>
    public static TrainingSet Micro(int count, double noise = 0)
    {
        var random = new Random(7);
        Architecture[] all = [.. SearchSpaces.Micro.Enumerate()];
        random.Shuffle(all);
        Architecture[] drawn = all[..count];
        return new TrainingSet(SearchSpaces.Micro, "task", drawn, [.. drawn.Select(a => Value(a.Canonical) + (noise * Gaussian(random)))]);
    }

    private static double Value(Architecture architecture)
    {
        var convolutions = 0.0;
        foreach (var operation in architecture.Choices)
        {
            convolutions += operation switch { 3 => 1, 2 => 0.6, 1 => 0.2, _ => 0 };
        }

        return architecture.Space.IsConnected(architecture) ? Math.Log(1 + convolutions) : -1;
    }

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
