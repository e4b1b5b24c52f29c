namespace Surrogates.Benchmarks.Pickles;

/// <summary>What the parts that read one file share.</summary>
internal sealed class PickleContext
{
    public PickleContext(PickleSource source, PickleBudget budget, CancellationToken cancellationToken)
    {
        (Source, Budget, CancellationToken) = (source, budget, cancellationToken);
        Arena = new(budget);
        Texts = new(source, budget);
    }

    public PickleSource Source { get; }

    public PickleBudget Budget { get; }

    public CancellationToken CancellationToken { get; }

    public NumberArena Arena { get; }

    public PickleTexts Texts { get; }

    /// <summary>The tensors whose numbers lie outside of the pickle.</summary>
    public List<TorchTensor> Tensors { get; } = [];
}
