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

        // The ensemble's deviation is that of all its members, which few of them underestimate.
        var share = (drawn.Length - 1.0) / drawn.Length;
        return new HeldOutPredictions(
            means, [.. squares.Select((square, row) => members[row] > 1 ? Math.Sqrt(square / (members[row] - 1) * share) : double.NaN)]);
    }
}
