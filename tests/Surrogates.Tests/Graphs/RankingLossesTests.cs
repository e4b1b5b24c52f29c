using CsCheck;
using Surrogates.Graphs;
using Surrogates.Torch;
using static TorchSharp.torch;

namespace Surrogates.Tests.Graphs;

public class RankingLossesTests
{
    // Labels that all differ, what a network says of them, and which it sees.
    private static readonly Gen<(float[] Predictions, float[] Targets, bool[] Seen)> Batches = Gen.Int[1, 30].SelectMany(rows =>
        Gen.Select(Gen.Float[-3, 3].Array[rows], Gen.Shuffle(Enumerable.Range(0, rows).Select(i => i / 5f).ToArray()), Gen.Bool.Array[rows]));

    /// <summary>The losses.</summary>
    public static TheoryData<RankingLoss> Losses => [.. Enum.GetValues<RankingLoss>()];

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_loss_is_what_its_formula_says(RankingLoss loss) => Batches.Sample(batch =>
        Assert.Equal(Naive(loss, batch.Predictions, batch.Targets, batch.Seen), Compute(loss, batch.Predictions, batch.Targets, batch.Seen).Loss, 1e-4), iter: 50);

    [Theory]
    [MemberData(nameof(Losses))]
    public void Rows_that_are_left_out_change_nothing(RankingLoss loss) => Batches.Sample(batch =>
    {
        var (predictions, targets, seen) = batch;
        var (expected, _) = Compute(loss, predictions, targets, seen);
        foreach (var other in (float[])[-2000, 0, 2000])
        {
            var (changed, gradient) = Compute(loss, Replace(predictions, other), Replace(targets, -other), seen);
            Assert.Equal(expected, changed, 1e-5);
            Assert.All(gradient.Zip(seen), pair => Assert.True(pair.Second ? float.IsFinite(pair.First) : pair.First == 0));
        }

        float[] Replace(float[] numbers, float other) => [.. numbers.Zip(seen, (number, isSeen) => isSeen ? number : other)];
    }, iter: 50);

    [Theory]
    [InlineData(RankingLoss.PairwiseHinge)]
    [InlineData(RankingLoss.ListMle)]
    public void What_learns_an_order_does_not_depend_on_the_labels_scale(RankingLoss loss) => Batches.Sample(batch =>
    {
        var (predictions, targets, seen) = batch;
        foreach (var (factor, shift) in ((float, float)[])[(1e-3f, 0), (1e6f, 0), (2, -500)])
        {
            float[] scaled = [.. targets.Select(target => (factor * target) + shift)];
            Assert.Equal(Compute(loss, predictions, targets, seen).Loss, Compute(loss, predictions, scaled, seen).Loss, 1e-6);
        }
    }, iter: 50);

    [Theory]
    [MemberData(nameof(Losses))]
    public void Networks_are_apart(RankingLoss loss)
    {
        TorchRuntime.EnsureLoaded();
        using var scope = NewDisposeScope();
        var both = RankingLosses.Compute(
            loss,
            Tensors.Of(CPU, [1f, 2f, 3f, 3f, 0f, -2f], 2, 3),
            Tensors.Of(CPU, [1f, 2f, 4f, 1f, 2f, 4f], 2, 3),
            Tensors.Of(CPU, [1f, 1f, 1f, 1f, 0f, 1f], 2, 3));
        Assert.Equal([2], both.shape);
        Assert.Equal(Naive(loss, [1, 2, 3], [1, 2, 4], [true, true, true]), both.data<float>()[0], 1e-5);
        Assert.Equal(Naive(loss, [3, 0, -2], [1, 2, 4], [true, false, true]), both.data<float>()[1], 1e-5);
    }

    private static double Naive(RankingLoss loss, float[] predictions, float[] targets, bool[] seen)
    {
        var rows = Enumerable.Range(0, seen.Length).Where(row => seen[row]).OrderByDescending(row => targets[row]).ToArray();
        return loss switch
        {
            RankingLoss.SquaredError => Mean(rows.Select(row => Math.Pow((double)predictions[row] - targets[row], 2))),
            RankingLoss.PairwiseHinge => Mean(rows.SelectMany((better, i) => rows[(i + 1)..].Select(worse =>
                Math.Max(0, 0.1 - ((double)predictions[better] - predictions[worse]))))),
            _ => Mean(rows.Select((row, i) => Math.Log(rows[i..].Sum(other => Math.Exp(predictions[other]))) - predictions[row])),
        };

        static double Mean(IEnumerable<double> numbers) => numbers.DefaultIfEmpty(0).Average();
    }

    private static (double Loss, float[] Gradient) Compute(RankingLoss loss, float[] predictions, float[] targets, bool[] seen)
    {
        TorchRuntime.EnsureLoaded();
        using var scope = NewDisposeScope();
        var variable = Tensors.Of(CPU, predictions, 1, predictions.Length).requires_grad_();
        var computed = RankingLosses.Compute(
            loss,
            variable,
            Tensors.Of(CPU, targets, 1, targets.Length),
            Tensors.Of(CPU, [.. seen.Select(isSeen => isSeen ? 1f : 0f)], 1, seen.Length));
        var gradient = autograd.grad([computed.sum()], [variable])[0];
        return (computed.data<float>()[0], gradient.data<float>().ToArray());
    }
}
