using Surrogates.Models;

namespace Surrogates.Trees;

/// <summary>Extremely randomized trees as a surrogate: the strongest trees on few labels.</summary>
/// <remarks>Geurts, Ernst, Wehenkel: "Extremely randomized trees", Machine Learning 63, 2006.</remarks>
public sealed class ExtraTreesSurrogateTrainer : SurrogateTrainer
{
    private readonly ExtraTreesOptions _options;

    /// <summary>Creates the kind.</summary>
    /// <param name="options">The trees' settings; their seed is taken from <see cref="SurrogateOptions.Seed"/>.</param>
    public ExtraTreesSurrogateTrainer(ExtraTreesOptions? options = null)
        : base("extratrees", "extremely randomized trees") => _options = options ?? Defaults;

    internal static ExtraTreesOptions Defaults { get; } = new();

    private protected override RegressionFit FitRegression(float[] rows, double[] targets, int seed, CancellationToken cancellationToken) =>
        new ExtraTreesBuilder(_options with { Seed = seed }, rows, targets).Fit(cancellationToken);
}
