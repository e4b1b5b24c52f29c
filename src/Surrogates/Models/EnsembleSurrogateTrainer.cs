using Surrogates.Architectures;
using Surrogates.Encodings;
using Surrogates.GaussianProcesses;
using Surrogates.Graphs;
using Surrogates.Trees;

namespace Surrogates.Models;

/// <summary>
/// A mixture of extremely randomized trees, a Gaussian process and graph neural networks: trees find interactions, the process is smooth where
/// there is little to go by, the networks see how operations are connected, and their errors differ. The weights come from what each predicts
/// for labels that it has not seen (<see cref="Stacking"/>), which costs no further fit.
/// </summary>
/// <remarks>Which members take part depends on the number of labels (<see cref="EnsembleOptions"/>).</remarks>
public sealed class EnsembleSurrogateTrainer : SurrogateTrainer
{
    private readonly EnsembleOptions _options;

    /// <summary>Creates the kind.</summary>
    /// <param name="options">The settings of the members.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public EnsembleSurrogateTrainer(EnsembleOptions? options = null)
        : base("ensemble", "extremely randomized trees, a Gaussian process and graph neural networks, weighed on labels unseen")
    {
        _options = options ?? new EnsembleOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public override ArchitectureEncoding DefaultEncodingFor(ISearchSpace space) => ArchitectureEncoding.WithGraphFor(space);

    private protected override RegressionFit FitRegression(float[] rows, double[] targets, int seed, CancellationToken cancellationToken)
    {
        var width = rows.Length / targets.Length;
        var graph = GraphLayout.TryRead(rows.AsSpan(0, width));

        // Only the networks read the graph, unless there is nothing else to read.
        var skipped = graph is { } layout && layout.Width < width ? layout.Width : 0;
        var rest = skipped > 0 ? FeatureRows.Skip(rows, width, skipped) : rows;
        List<(int Skipped, RegressionFit Fit)> members =
            [(skipped, new ExtraTreesBuilder(_options.Trees with { Seed = seed }, rest, targets).Fit(cancellationToken))];
        if (targets.Length <= _options.MostValuesForGaussianProcess)
        {
            var process = GaussianProcess.Fit(rest, targets, seed, cancellationToken: cancellationToken);
            members.Add((skipped, new RegressionFit(process, process.LeaveOneOut)));
        }

        if (graph is not null && targets.Length >= _options.FewestValuesForGraphs)
        {
            members.Add((0, GraphNetworkFit.Run(_options.Graphs with { Seed = seed }, graph.Value, rows, targets, cancellationToken)));
        }

        return Mix(width, members, targets);
    }

    private static RegressionFit Mix(int width, List<(int Skipped, RegressionFit Fit)> members, double[] targets)
    {
        // Trees without a bootstrap have seen every row: nothing says how good they are.
        HeldOutPredictions[] heldOut = [.. members.Select(member => member.Fit.PredictHeldOut?.Invoke()).OfType<HeldOutPredictions>()];
        var weights = heldOut.Length == members.Count
            ? Stacking.FindWeights(heldOut, targets)
            : [.. members.Select(_ => 1.0 / members.Count)];
        var model = new MixtureModel(
            width,
            [
                .. members.Zip(weights, (member, weight) => new MixtureMember(weight, member.Skipped, member.Fit.Model))
                    .Where(member => member.Weight > 0),
            ]);
        return new RegressionFit(model, heldOut.Length == members.Count ? () => HeldOutPredictions.Mix(heldOut, weights) : null);
    }
}
