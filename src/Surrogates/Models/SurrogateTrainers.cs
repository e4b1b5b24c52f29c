using Surrogates.GaussianProcesses;
using Surrogates.Graphs;
using Surrogates.Trees;

namespace Surrogates.Models;

/// <summary>The kinds of surrogates there are.</summary>
public static class SurrogateTrainers
{
    /// <summary>All kinds, the default first.</summary>
    public static IReadOnlyList<ISurrogateTrainer> All { get; } =
    [
        new EnsembleSurrogateTrainer(),
        new ExtraTreesSurrogateTrainer(),
        new GaussianProcessSurrogateTrainer(),
        new GraphSurrogateTrainer(),
        new FastTreeSurrogateTrainer(),
        new LightGbmSurrogateTrainer(),
    ];

    /// <summary>Kinds with other settings than the default, which did not measure better; for comparisons.</summary>
    public static IReadOnlyList<ISurrogateTrainer> Variants { get; } =
    [
        Graphs("gated", "messages that their sender gates", new() { Convolution = GraphConvolution.Gated }),
        Graphs("attention", "attention to neighbours", new() { Convolution = GraphConvolution.Attention }),
        Graphs("transformer", "attention to all nodes", new() { Convolution = GraphConvolution.Transformer }),
        Graphs("hinge", "a pairwise hinge loss", new() { Loss = RankingLoss.PairwiseHinge }),
        Graphs("listmle", "a listwise loss", new() { Loss = RankingLoss.ListMle }),
    ];

    /// <summary>The kind that measured best.</summary>
    public static ISurrogateTrainer Default => All[0];

    /// <summary>The kind or variant of a name.</summary>
    /// <exception cref="InputException">There is none of that name.</exception>
    public static ISurrogateTrainer Get(string name) =>
        All.Concat(Variants).FirstOrDefault(trainer => trainer.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException(
            $"model '{name}': there is no such kind; expected {string.Join(", ", All.Concat(Variants).Select(trainer => trainer.Name))}");

    private static GraphSurrogateTrainer Graphs(string name, string what, ArchitectureGraphOptions options) =>
        new($"gnn-{name}", $"graph neural networks with {what}", options);
}
