using Surrogates.Architectures;
using Surrogates.AutoML.Confirmation;
using Surrogates.AutoML.Tuners;
using Surrogates.Models;
using Surrogates.Training.Loop;
using Surrogates.Training.ZeroCost;

namespace Surrogates.AutoML.Experiments;

/// <summary>How the best network for a user's images is looked for.</summary>
public sealed record ImageSearchOptions
{
    /// <summary>The search space; by default TransNAS micro.</summary>
    public ISearchSpace Space { get; init; } = SearchSpaces.Micro;

    /// <summary>The tuner's name (<see cref="TunerCatalog"/>). Default <c>surrogate</c>.</summary>
    public string Tuner { get; init; } = "surrogate";

    /// <summary>
    /// Settings of the surrogate tuner; null for those that fit the number of trials. The surrogate that chooses the finalists is of the
    /// same kind, encoding and columns, whatever the tuner.
    /// </summary>
    public SurrogateTunerOptions? TunerOptions { get; init; }

    /// <summary>
    /// Zero-cost proxies that are computed of all networks of the space before the trials, with weights and images as a trial begins with,
    /// and that the surrogate takes as columns beside the encoding. None by default. A network takes a fraction of a second.
    /// </summary>
    public IReadOnlyList<IZeroCostProxy> Proxies { get; init; } = [];

    /// <summary>Short trainings; 2 or more, default 20.</summary>
    public int Trials { get; init; } = 20;

    /// <summary>No trial begins after this time; none by default.</summary>
    public TimeSpan? TrialTime { get; init; }

    /// <summary>How a trial trains; null for <see cref="Trials.TrialFidelity.Short"/>.</summary>
    public TrainingOptions? TrialTraining { get; init; }

    /// <summary>How many of the architectures that were tried are trained fully; 1 or more, default 3.</summary>
    public int Finalists { get; init; } = 3;

    /// <summary>What a user would take without a search; null for the space's own (<see cref="BaselineArchitectures"/>).</summary>
    public Architecture? Baseline { get; init; }

    /// <summary>Seeds and training of the confirmation.</summary>
    public ConfirmationOptions Confirmation { get; init; } = new();

    /// <summary>
    /// Trials side by side; 1 or more, default one a processor. Unlike that of the confirmation, it changes what is tried.
    /// </summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>The seed of the tuner and of the trials. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// How many of so many trials are random before a surrogate decides: a quarter, and as many as by default where there are many.
    /// </summary>
    public static int InitialTrialsFor(int trials) =>
        Math.Clamp(trials / 4, SurrogateTrainer.MinimumValues, new SurrogateTunerOptions().InitialTrials);

    internal ImageSearchOptions Validated()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Trials, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Finalists, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Parallelism, 1);
        return this;
    }
}
