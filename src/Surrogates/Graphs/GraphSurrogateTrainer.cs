using Surrogates.Architectures;
using Surrogates.Encodings;
using Surrogates.Models;

namespace Surrogates.Graphs;

/// <summary>Graph neural networks as a surrogate: they read the architecture's graph beside its encoding.</summary>
public sealed class GraphSurrogateTrainer : SurrogateTrainer
{
    private readonly ArchitectureGraphOptions _options;

    /// <summary>Creates the kind.</summary>
    /// <param name="options">The networks' settings; their seed is taken from <see cref="SurrogateOptions.Seed"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public GraphSurrogateTrainer(ArchitectureGraphOptions? options = null)
        : this("gnn", "graph neural networks on the architecture's graph and encoding", options)
    {
    }

    internal GraphSurrogateTrainer(string name, string description, ArchitectureGraphOptions? options)
        : base(name, description)
    {
        _options = options ?? new ArchitectureGraphOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public override ArchitectureEncoding DefaultEncodingFor(ISearchSpace space) => ArchitectureEncoding.WithGraphFor(space);

    private protected override RegressionFit FitRegression(float[] rows, double[] targets, int seed, CancellationToken cancellationToken)
    {
        var layout = GraphLayout.TryRead(rows.AsSpan(0, rows.Length / targets.Length))
            ?? throw new InputException(
                $"the surrogate '{Name}' reads the architecture's graph; let the encoding begin with 'graph', such as graph+cost (a search space of very "
                + "long networks has no graph that fits a model file)");
        return GraphNetworkFit.Run(_options with { Seed = seed }, layout, rows, targets, cancellationToken);
    }
}
