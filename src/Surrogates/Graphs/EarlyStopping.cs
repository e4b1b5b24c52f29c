using static TorchSharp.torch;

namespace Surrogates.Graphs;

/// <summary>
/// Watches the loss on the rows that each network does not see, over all networks together, and keeps the weights of the best moment.
/// </summary>
/// <remarks>
/// The rows are unseen anyway, so this costs no labels: with ten labels and six networks, each network learns from eight or nine, and all ten are
/// watched. Prechelt: "Early Stopping — But When?", in Neural Networks: Tricks of the Trade, 1998.
/// </remarks>
/// <param name="patience">The steps without a new best after which training ends.</param>
internal sealed class EarlyStopping(int patience) : IDisposable
{
    // The mean over so many steps is compared: a batch has few of the rows that a network does not see.
    private const int Window = 10;

    private double _sum;
    private int _noted;
    private double _least = double.PositiveInfinity;
    private int _best;
    private Tensor? _weights;

    /// <summary>Takes note of a step.</summary>
    /// <param name="loss">The loss on rows unseen, before the step.</param>
    /// <param name="weights">The weights after it.</param>
    /// <returns>Whether to go on.</returns>
    public bool Note(double loss, Tensor weights)
    {
        _sum += loss;
        if (++_noted % Window == 0)
        {
            if (_sum < _least)
            {
                (_least, _best) = (_sum, _noted);
                _weights?.Dispose();
                _weights = weights.detach().clone().DetachFromDisposeScope();
            }

            _sum = 0;
        }

        return _noted - _best < patience;
    }

    /// <summary>The best weights that were noted; null where none were.</summary>
    public Tensor? Best => _weights;

    public void Dispose() => _weights?.Dispose();
}
