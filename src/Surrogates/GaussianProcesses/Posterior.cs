using System.Numerics.Tensors;

namespace Surrogates.GaussianProcesses;

/// <summary>The process given its training rows, for one setting of the kernel.</summary>
internal sealed class Posterior
{
    private readonly double _lengthScale;
    private readonly double _noise;
    private readonly double _signal;
    private readonly Cholesky _factor;
    private readonly double[] _weights;

    private Posterior(Setting setting, double signal, double evidence, Cholesky factor, double[] weights) =>
        (_lengthScale, _noise, _signal, Evidence, _factor, _weights) = (setting.LengthScale, setting.Noise, signal, evidence, factor, weights);

    /// <summary>The logarithm of the targets' probability density at the signal variance that makes it largest, up to a constant.</summary>
    public double Evidence { get; }

    /// <summary>Conditions the process on rows, or gives null where rounding makes their kernel indefinite.</summary>
    /// <param name="squaredDistances">The rows' squared distances: the lower triangle, diagonal included.</param>
    /// <param name="targets">The rows' targets.</param>
    /// <param name="setting">The kernel's setting.</param>
    public static Posterior? TryCreate(double[][] squaredDistances, double[] targets, Setting setting)
    {
        var kernel = new double[targets.Length][];
        for (var i = 0; i < kernel.Length; i++)
        {
            kernel[i] = new double[i + 1];
            Matern.Evaluate(squaredDistances[i], setting.LengthScale, kernel[i]);

            // The constant part: the targets' mean is unknown, with a variance like the signal's.
            TensorPrimitives.Add(kernel[i], 1, kernel[i]);
            kernel[i][i] += setting.Noise;
        }

        if (Cholesky.TryFactor(kernel) is not { } factor)
        {
            return null;
        }

        var weights = (double[])targets.Clone();
        factor.SolveLower(weights);
        var signal = Math.Max(TensorPrimitives.SumOfSquares<double>(weights) / targets.Length, 1e-12);
        factor.SolveUpper(weights);
        var evidence = -0.5 * ((targets.Length * Math.Log(signal)) + factor.LogDeterminant);
        return new Posterior(setting, signal, evidence, factor, weights);
    }

    /// <summary>Means and variances (noise included) of a <see cref="RowBlock"/>'s targets.</summary>
    /// <param name="squaredDistances">The rows' squared distances to the training rows.</param>
    /// <param name="kernel">Scratch space of the same length.</param>
    /// <param name="scratch">More scratch space of the same length.</param>
    /// <param name="means">Receives a mean for each row of the block.</param>
    /// <param name="variances">Receives a variance for each row of the block.</param>
    public void Predict(
        ReadOnlySpan<double> squaredDistances, Span<double> kernel, Span<double> scratch, Span<double> means, Span<double> variances)
    {
        Matern.Evaluate(squaredDistances, _lengthScale, kernel, scratch);
        TensorPrimitives.Add(kernel, 1, kernel);
        RowBlock.Dot(kernel, _weights, means);
        _factor.SolveLower(kernel, variances);
        foreach (ref var variance in variances)
        {
            variance = _signal * Math.Max(0, 2 + _noise - variance);
        }
    }

    /// <summary>What the process would have predicted for each training row, had it not seen it.</summary>
    /// <remarks>Rasmussen, Williams, section 5.4.2.</remarks>
    public (double[] Means, double[] Variances) LeaveOneOut(double[] targets)
    {
        var inverse = _factor.InverseDiagonal();
        return (
            [.. targets.Select((target, i) => target - (_weights[i] / inverse[i]))],
            [.. inverse.Select(diagonal => _signal / diagonal)]);
    }
}
