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

    /// <summary>The metrics that follow from the sums of <see cref="GetStatistics"/>.</summary>
    public static IReadOnlyDictionary<string, double> GetMetrics(ReadOnlySpan<double> sums, int count) =>
        new Dictionary<string, double> { [Accuracy] = sums[0] / count, ["loss"] = sums[1] / count };
}
