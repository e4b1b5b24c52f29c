using Surrogates.Torch;
using static TorchSharp.torch;

namespace Surrogates.Graphs;

/// <summary>The losses of <see cref="RankingLoss"/>, for several networks at once.</summary>
internal static class RankingLosses
{
    private const double Margin = 0.1;

    // Far below any score: a row that is left out is last, and adds nothing to a sum of exponentials.
    private const double LeftOut = 1e4;

    /// <summary>A network's loss.</summary>
    /// <param name="loss">Which.</param>
    /// <param name="predictions">Network × row.</param>
    /// <param name="targets">Network × row.</param>
    /// <param name="weights">Network × row: 1, or 0 for a row that the network does not see.</param>
    /// <returns>One number a network.</returns>
    public static Tensor Compute(RankingLoss loss, Tensor predictions, Tensor targets, Tensor weights) => loss switch
    {
        RankingLoss.PairwiseHinge => PairwiseHinge(predictions, targets, weights),
        RankingLoss.ListMle => ListMle(predictions, targets, weights),
        _ => Mean(predictions.Minus(targets).Squared(), weights, [1]),
    };

    private static Tensor PairwiseHinge(Tensor predictions, Tensor targets, Tensor weights)
    {
        var better = Differences(targets).gt(Tensors.Zeros(CPU, 1)).to(ScalarType.Float32);
        var pairs = better.mul(weights.unsqueeze(2)).mul(weights.unsqueeze(1));
        return Mean(Differences(predictions).Times(-1).Plus(Margin).relu(), pairs, [1, 2]);

        static Tensor Differences(Tensor numbers) => numbers.unsqueeze(2).Minus(numbers.unsqueeze(1));
    }

    private static Tensor ListMle(Tensor predictions, Tensor targets, Tensor weights)
    {
        var penalty = weights.Plus(-1).Times(LeftOut);
        var order = targets.Plus(penalty).argsort(dim: 1, descending: true);
        var ordered = predictions.Plus(penalty).gather(1, order);
        var tails = ordered.flip(1).logcumsumexp(1).flip(1);
        return Mean(tails.Minus(ordered), weights.gather(1, order), [1]);
    }

    private static Tensor Mean(Tensor values, Tensor weights, long[] dimensions) =>
        values.mul(weights).sum(dimensions).div(weights.sum(dimensions).ClampInPlace(1, float.MaxValue));
}
