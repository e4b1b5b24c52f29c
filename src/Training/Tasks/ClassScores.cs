using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>What tasks that choose among classes are judged by: the share that is right, and the cross-entropy.</summary>
internal static class ClassScores
{
    /// <summary>The name of the share that is right.</summary>
    public const string Accuracy = "accuracy";

    /// <summary>The number of pictures whose likeliest class is right, and the sum of their losses.</summary>
    /// <param name="output">Pictures × classes.</param>
    /// <param name="target">What the loss is of: a class a picture, or a probability a picture and class.</param>
    /// <param name="truth">The right class of each picture.</param>
    public static Tensor GetStatistics(Tensor output, Tensor target, Tensor truth)
    {
        using var scope = NewDisposeScope();
        var loss = nn.functional.cross_entropy(output, target, reduction: nn.Reduction.Sum);
        var right = output.argmax(1).eq(truth).sum().to(ScalarType.Float32);
        return stack([right, loss]).MoveToOuterDisposeScope();
    }

    /// <summary>The probabilities of the classes where each picture has one.</summary>
    /// <param name="classes">The class of each picture, or of each pixel; <paramref name="count"/> or more where there is none.</param>
    /// <param name="count">The number of classes.</param>
    /// <returns>The shape of the classes, with a dimension of classes behind the first.</returns>
    public static Tensor GetExpectation(Tensor classes, int count)
    {
        using var scope = NewDisposeScope();
        long[] shape = [1, count, .. Enumerable.Repeat(1L, (int)classes.dim() - 1)];
        var all = Tensors.Of(classes.device, [.. Enumerable.Range(0, count).Select(index => (long)index)], shape);
        return classes.unsqueeze(1).eq(all).to(ScalarType.Float32).MoveToOuterDisposeScope();
    }

    /// <summary>The output whose softmax are the probabilities; of those that are 0, almost.</summary>
    public static Tensor ExpressExpectation(Tensor probabilities)
    {
        const double Smallest = 1e-6;
        using var scope = NewDisposeScope();
        return probabilities.Plus(Smallest).log().MoveToOuterDisposeScope();
    }

    /// <summary>The metrics that follow from the sums of <see cref="GetStatistics"/>.</summary>
    public static IReadOnlyDictionary<string, double> GetMetrics(ReadOnlySpan<double> sums, int count) =>
        new Dictionary<string, double> { [Accuracy] = sums[0] / count, ["loss"] = sums[1] / count };
}
