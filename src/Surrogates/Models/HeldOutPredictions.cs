namespace Surrogates.Models;

/// <summary>What a model predicts for each training row without having seen it; NaN where it saw every row.</summary>
/// <param name="Means">The expected values.</param>
/// <param name="Deviations">The standard deviations.</param>
/// <param name="ExcessVariance">
/// By how much the squared error of the means is larger, on average, than that of the whole model would be: where a part of an ensemble
/// predicts a row, more of its members' noise is left.
/// </param>
internal sealed record HeldOutPredictions(double[] Means, double[] Deviations, double ExcessVariance = 0)
{
    /// <summary>The mixture of models, as <see cref="MixtureModel"/> has it.</summary>
    public static HeldOutPredictions Mix(IReadOnlyList<HeldOutPredictions> models, IReadOnlyList<double> weights)
    {
        var count = models[0].Means.Length;
        var mixed = new HeldOutPredictions(
            new double[count], new double[count], models.Zip(weights, (model, weight) => weight * weight * model.ExcessVariance).Sum());
        for (var row = 0; row < count; row++)
        {
            var (mean, square) = (0.0, 0.0);
            for (var i = 0; i < models.Count; i++)
            {
                var (of, deviation) = (models[i].Means[row], models[i].Deviations[row]);
                mean += weights[i] * of;
                square += weights[i] * ((of * of) + (deviation * deviation));
            }

            mixed.Means[row] = mean;
            mixed.Deviations[row] = Math.Sqrt(Math.Max(0, square - (mean * mean)));
        }

        return mixed;
    }

    /// <summary>The predictions at the rows that they belong to.</summary>
    /// <param name="places">The row of each prediction.</param>
    /// <param name="count">The number of rows.</param>
    public HeldOutPredictions Spread(ReadOnlySpan<int> places, int count)
    {
        var spread = new HeldOutPredictions(new double[count], new double[count], ExcessVariance);
        Array.Fill(spread.Means, double.NaN);
        Array.Fill(spread.Deviations, double.NaN);
        for (var i = 0; i < Means.Length; i++)
        {
            spread.Means[places[i]] = Means[i];
            spread.Deviations[places[i]] = Deviations[i];
        }

        return spread;
    }
}
