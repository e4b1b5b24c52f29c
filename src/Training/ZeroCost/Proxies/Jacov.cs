using Surrogates.Training.ZeroCost.Passes;
using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost.Proxies;

/// <summary>
/// −Σ [ln(v + k) + 1/(v + k)] over the eigenvalues v of the correlation matrix of the pictures' Jacobians, k = 10⁻⁵; the Jacobian of a
/// picture is the gradient of the sum of all outputs with respect to it.
/// </summary>
/// <remarks>Mellor et al.: "Neural Architecture Search without Training", 2020, first version (arXiv 2006.04647v1).</remarks>
public sealed class Jacov : IZeroCostProxy
{
    private const double Offset = 1e-5;

    /// <inheritdoc/>
    public string Name => "jacov";

    /// <inheritdoc/>
    public string Description => "how little the pictures' Jacobians correlate";

    /// <inheritdoc/>
    public ZeroCostNeeds Needs => ZeroCostNeeds.InputGradients;

    /// <inheritdoc/>
    public double Compute(ZeroCostContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Score(Correlations.OfRows(context.InputGradients));
    }

    internal static double Score(Tensor correlations)
    {
        using var scope = NewDisposeScope();

        // The decomposition refuses what is not finite.
        if (!double.IsFinite(correlations.sum().item<double>()))
        {
            return double.NaN;
        }

        return -linalg.eigvalsh(correlations).data<double>().Sum(value => Math.Log(value + Offset) + (1 / (value + Offset)));
    }
}
