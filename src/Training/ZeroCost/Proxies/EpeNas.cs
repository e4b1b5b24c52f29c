using Surrogates.Training.ZeroCost.Passes;
using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost.Proxies;

/// <summary>
/// How the Jacobians of pictures of one class correlate. For each class c in the batch, s(c) = Σ ln(|r| + k) over the correlations r of its
/// pictures' Jacobians, k = 10⁻⁵. With up to 100 classes, the score is Σ |s(c)|; with more, s(c) is divided by the class's pictures,
/// classes of a single picture are left out, and the score is the mean over classes c of Σ |s(c) − s(d)| over classes d.
/// </summary>
/// <remarks>
/// Lopes, Alirezazadeh, Alexandre: "EPE-NAS: Efficient Performance Estimation Without Training for Neural Architecture Search", ICANN 2021.
/// Of soft labels, and of several numbers a picture, the position of the largest is the class; any other target makes the batch one class.
/// </remarks>
public sealed class EpeNas : IZeroCostProxy
{
    private const double Offset = 1e-5;
    private const int ManyClasses = 100;

    /// <inheritdoc/>
    public string Name => "epe_nas";

    /// <inheritdoc/>
    public string Description => "how the Jacobians of pictures of one class correlate";

    /// <inheritdoc/>
    public ZeroCostNeeds Needs => ZeroCostNeeds.InputGradients;

    /// <inheritdoc/>
    public double Compute(ZeroCostContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var correlations = Correlations.OfRows(context.InputGradients);
        var count = (int)correlations.size(0);
        var outputs = context.Output.dim() == 2 ? context.Output.size(1) : 1;
        return Score(correlations.data<double>().ToArray(), ClassesOf(context.Batch.Target, count), outputs > ManyClasses);
    }

    internal static double Score(double[] correlations, long[] classes, bool hasManyClasses)
    {
        var scores = new List<double>();
        foreach (var group in Enumerable.Range(0, classes.Length).GroupBy(picture => classes[picture]).OrderBy(group => group.Key))
        {
            int[] pictures = [.. group];
            var sum = pictures.Sum(i => pictures.Sum(j => Math.Log(Math.Abs(correlations[(i * classes.Length) + j]) + Offset)));
            if (!hasManyClasses)
            {
                scores.Add(sum);
            }
            else if (pictures.Length > 1)
            {
                scores.Add(sum / pictures.Length);
            }
        }

        return !hasManyClasses ? scores.Sum(Math.Abs)
            : scores.Count == 0 ? 0
            : scores.Sum(score => scores.Sum(other => Math.Abs(score - other))) / scores.Count;
    }

    private static long[] ClassesOf(Tensor target, int count)
    {
        var classes = target.dim() == 2 ? target.argmax(1) : target;
        return classes.dim() == 1 && classes.dtype == ScalarType.Int64 && classes.size(0) == count
            ? classes.cpu().data<long>().ToArray()
            : new long[count];
    }
}
