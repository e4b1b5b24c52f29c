using Surrogates.Architectures;
using Surrogates.Encodings;

namespace Surrogates.Models;

/// <summary>
/// What all kinds of surrogates share: encoding, target scale, missing features and calibrated uncertainty. A kind
/// adds the regression.
/// </summary>
public abstract class SurrogateTrainer : ISurrogateTrainer
{
    /// <summary>The fewest values that anything can be learned from.</summary>
    public const int MinimumValues = 2;

    private protected SurrogateTrainer(string name, string description) => (Name, Description) = (name, description);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public virtual ArchitectureEncoding DefaultEncodingFor(ISearchSpace space) => ArchitectureEncoding.DefaultFor(space);

    /// <inheritdoc/>
    public Surrogate Fit(TrainingSet data, SurrogateOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new SurrogateOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Folds, 2);
        if (data.Values.Count < MinimumValues)
        {
            throw new InputException(
                $"task '{data.Task}': {data.Values.Count} value(s) to learn from; a surrogate needs at least {MinimumValues}");
        }

        var encoder = new SurrogateEncoder(data.Space, options.Encoding ?? DefaultEncodingFor(data.Space), options.Features);
        var rows = encoder.EncodeAll(data.Architectures);
        var model = SurrogateModelFit.Run(
            rows, [.. data.Values], options, (rows, targets) => FitRegression(rows, targets, options.Seed, cancellationToken));
        return new Surrogate(Name, data.Task, encoder, model);
    }

    /// <summary>Trains the regression.</summary>
    /// <param name="rows">The rows' features, one row after the other; none is NaN.</param>
    /// <param name="targets">The rows' targets, as normal scores.</param>
    /// <param name="seed">The seed of every random choice.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    private protected abstract RegressionFit FitRegression(float[] rows, double[] targets, int seed, CancellationToken cancellationToken);
}
