namespace Surrogates.Evaluation;

/// <summary>
/// Replaces values by what their ranks would be worth in a normal distribution: the same order on a common scale, without outliers.
/// So tasks whose metrics have different units and skews can be learned together.
/// </summary>
public static class NormalScores
{
    /// <summary>
    /// For each value Φ⁻¹((r − 3/8) / (n + 1/4)), with r its average rank (1 the smallest) and Φ⁻¹ the normal quantile. Equal values
    /// have equal scores; scores sum to zero where no values are equal.
    /// </summary>
    /// <remarks>Blom: "Statistical estimates and transformed beta-variables", 1958; ties by <see cref="Ranking.AverageRanks"/>.</remarks>
    /// <exception cref="ArgumentException">A value is not a number.</exception>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        Require.Numbers(values);
        var scores = Ranking.AverageRanks(values);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = NormalDistribution.Quantile((scores[i] - 0.375) / (scores.Length + 0.25));
        }

        return scores;
    }
}
