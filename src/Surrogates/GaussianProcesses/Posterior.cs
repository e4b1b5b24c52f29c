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

    /// <summary>Mean and variance (noise included) of a row's target.</summary>
    /// <param name="squaredDistances">The row's squared distances to the training rows.</param>
    /// <param name="kernel">Scratch space of the same length.</param>
    public (double Mean, double Variance) Predict(ReadOnlySpan<double> squaredDistances, Span<double> kernel)
    {
        Matern.Evaluate(squaredDistances, _lengthScale, kernel);
        TensorPrimitives.Add(kernel, 1, kernel);
        var mean = TensorPrimitives.Dot<double>(kernel, _weights);
        _factor.SolveLower(kernel);
        return (mean, _signal * Math.Max(0, 2 + _noise - TensorPrimitives.SumOfSquares<double>(kernel)));
    }
}
