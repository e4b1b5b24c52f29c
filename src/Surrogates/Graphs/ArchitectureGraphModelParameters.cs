using Surrogates.Models;

namespace Surrogates.Graphs;

/// <summary>
/// Trained graph neural networks with the scale of their labels and a calibrated uncertainty. Immutable and safe for use from several threads;
/// needs no libtorch.
/// </summary>
public sealed class ArchitectureGraphModelParameters
{
    private readonly Lazy<string> _text;

    internal ArchitectureGraphModelParameters(SurrogateModel model, int networks)
    {
        Model = model;
        NumberOfNetworks = networks;
        _text = new Lazy<string>(model.Serialize);
    }

    /// <summary>The number of networks that are averaged.</summary>
    public int NumberOfNetworks { get; }

    /// <summary>The number of features that a row has, those of the graph included.</summary>
    public int NumberOfFeatures => Model.Features;

    internal SurrogateModel Model { get; }

    /// <summary>Predicts one row.</summary>
    /// <param name="features"><see cref="NumberOfFeatures"/> numbers; NaN means missing.</param>
    /// <returns>The expected label with its standard deviation, and the bounds of the 90% interval, in the label's units.</returns>
    /// <exception cref="ArgumentException">The length is another.</exception>
    public Prediction Predict(ReadOnlySpan<float> features) =>
        features.Length == NumberOfFeatures
            ? Model.Predict(features)[0]
            : throw new ArgumentException($"The networks were trained on {NumberOfFeatures} features, not {features.Length}.", nameof(features));

    internal string Serialize() => _text.Value;
}
