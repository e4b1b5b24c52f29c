namespace Surrogates.Models;

/// <summary>What a model predicts for each training row without having seen it; NaN where it saw every row.</summary>
/// <param name="Means">The expected values.</param>
/// <param name="Deviations">The standard deviations.</param>
internal sealed record HeldOutPredictions(double[] Means, double[] Deviations)
{
    /// <summary>The average of two models, as <see cref="AveragedModel"/> has it.</summary>
    public static HeldOutPredictions Average(HeldOutPredictions first, HeldOutPredictions second) => new(
        [.. first.Means.Zip(second.Means, (a, b) => (a + b) / 2)],
        [.. Enumerable.Range(0, first.Means.Length).Select(row => first.MixedDeviation(second, row))]);

    /// <summary>The predictions at the rows that they belong to.</summary>
    /// <param name="places">The row of each prediction.</param>
    /// <param name="count">The number of rows.</param>
    public HeldOutPredictions Spread(ReadOnlySpan<int> places, int count)
    {
        var spread = new HeldOutPredictions(new double[count], new double[count]);
        Array.Fill(spread.Means, double.NaN);
        Array.Fill(spread.Deviations, double.NaN);
        for (var i = 0; i < Means.Length; i++)
        {
            spread.Means[places[i]] = Means[i];
            spread.Deviations[places[i]] = Deviations[i];
        }

        return spread;
    }

    private double MixedDeviation(HeldOutPredictions other, int row)
    {
        var between = (Means[row] - other.Means[row]) / 2;
        var within = ((Deviations[row] * Deviations[row]) + (other.Deviations[row] * other.Deviations[row])) / 2;
        return Math.Sqrt(within + (between * between));
    }
}
