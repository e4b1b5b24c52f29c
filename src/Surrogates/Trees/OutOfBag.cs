using Surrogates.Models;

namespace Surrogates.Trees;

/// <summary>
/// Predicts training rows by the members of an ensemble that did not draw them: as good as held-out predictions, without another fit.
/// </summary>
/// <remarks>Breiman: "Out-of-bag estimation", 1996.</remarks>
internal static class OutOfBag
{
    /// <summary>The predictions.</summary>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="rows">The training rows' features, one row after the other.</param>
    /// <param name="drawn">For each member, which rows it drew.</param>
    public static HeldOutPredictions Predict(TreeEnsemble ensemble, float[] rows, bool[][] drawn)
    {
        var count = rows.Length / ensemble.Features;
        var members = new int[count];
        var means = new double[count];
        var squares = new double[count];
        var predictions = new double[count];
        for (var member = 0; member < drawn.Length; member++)
        {
            ensemble.PredictMember(member, rows, predictions);
            for (var row = 0; row < count; row++)
            {
                if (!drawn[member][row])
                {
                    var difference = predictions[row] - means[row];
                    means[row] += difference / ++members[row];
                    squares[row] += difference * (predictions[row] - means[row]);
                }
            }
        }

        return new HeldOutPredictions(
            means, [.. squares.Select((square, row) => Deviation(square, members[row], drawn.Length))]);
    }

    // What the deviation of all members would be. Few members tell their spread badly: intervals from it are as much wider as Student's
    // distribution has it, or the errors would look too large for their deviations.
    private static double Deviation(double square, int members, int all)
    {
        const int FewestMembers = 3;
        return members < FewestMembers
            ? double.NaN
            : Math.Sqrt(square / (members - 1) * (all - 1) / all) * StudentQuantile(members - 1) / StudentQuantile(all - 1);
    }

    // The 95% quantile of Student's distribution: the normal one's, corrected to second order (Abramowitz, Stegun, 26.7.5).
    private static double StudentQuantile(int degrees)
    {
        const double Z = SurrogateModel.IntervalHalfWidth;
        var first = ((Z * Z * Z) + Z) / 4;
        var second = ((5 * Z * Z * Z * Z * Z) + (16 * Z * Z * Z) + (3 * Z)) / 96;
        return Z + (first / degrees) + (second / degrees / degrees);
    }
}
