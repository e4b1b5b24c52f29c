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

    /// <summary>The kind that measured best.</summary>
    public static ISurrogateTrainer Default => All[0];

    /// <summary>The kind of a name.</summary>
    /// <exception cref="InputException">There is none of that name.</exception>
    public static ISurrogateTrainer Get(string name) =>
        All.FirstOrDefault(trainer => trainer.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException($"model '{name}': there is no such kind; expected {string.Join(", ", All.Select(trainer => trainer.Name))}");
}
