namespace Surrogates.Graphs;

/// <summary>Leads from a network's score to the scale of the targets; a network that only learned an order has a scale of its own.</summary>
/// <param name="Factor">What scores are multiplied with.</param>
/// <param name="Shift">What is added then.</param>
internal readonly record struct OutputScale(double Factor, double Shift)
{
    /// <summary>The scale as it is.</summary>
    public static OutputScale Same { get; } = new(1, 0);

    /// <summary>The scale by least squares on the rows that a network has seen; never turns an order round.</summary>
    public static OutputScale Fit(double[] scores, double[] targets, bool[] leftOut)
    {
        var (count, score, target, square, product) = (0, 0.0, 0.0, 0.0, 0.0);
        for (var row = 0; row < scores.Length; row++)
        {
            if (!leftOut[row])
            {
                count++;
                score += scores[row];
                target += targets[row];
                square += scores[row] * scores[row];
                product += scores[row] * targets[row];
            }
        }

        var variance = square - (score * score / count);
        var factor = variance > 0 ? Math.Max(0, (product - (score * target / count)) / variance) : 0;
        return new OutputScale(factor, (target - (factor * score)) / count);
    }

    /// <summary>A score on the scale.</summary>
    public double Apply(double score) => (Factor * score) + Shift;
}
