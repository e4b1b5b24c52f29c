using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.Training.Loop;
using Surrogates.Training.Tasks;

namespace Surrogates.AutoML.Benchmarks;

/// <summary>What is trained for a benchmark, and how.</summary>
public sealed record BenchmarkBuilderOptions
{
    /// <summary>The architectures, no two the same; see <see cref="Sample"/>.</summary>
    public required IReadOnlyList<Architecture> Architectures { get; init; }

    /// <summary>Trainings of each architecture on each task, 1 or more; they have the seeds 1, 2, and so on.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>How to train for a task; by default as for a trial, <see cref="TrialFidelity.Short"/>.</summary>
    public Func<ITrainingTask, TrainingOptions> Training { get; init; } = task => TrialFidelity.Short(task);

    /// <summary>Trainings side by side; 1 or more, default one a processor. It does not change the results.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// A file that receives each training as it ends, and from which a build that was stopped goes on; null for none. What it holds of
    /// other architectures, tasks, seeds and protocols stays in it, so that a build can be made larger.
    /// </summary>
    public string? Journal { get; init; }

    /// <summary>Draws architectures at random, no two with the same text.</summary>
    /// <param name="space">The search space.</param>
    /// <param name="count">How many; all where the space has no more.</param>
    /// <param name="seed">The seed: fewer of the same seed are the first of more.</param>
    public static IReadOnlyList<Architecture> Sample(ISearchSpace space, int count, int seed)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (space.Count <= count)
        {
            return [.. space.Enumerate()];
        }

        var random = new Random(seed);
        var sample = new Dictionary<string, Architecture>(StringComparer.Ordinal);
        while (sample.Count < count)
        {
            var architecture = space.Sample(random);
            sample.TryAdd(architecture.Text, architecture);
        }

        return [.. sample.Values];
    }

    internal BenchmarkBuilderOptions Validated()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Seeds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Parallelism, 1);
        return Architectures.Count > 0 && Architectures.DistinctBy(architecture => architecture.Text).Count() == Architectures.Count
            ? this
            : throw new ArgumentException("At least one architecture is needed, and each once.");
    }
}
