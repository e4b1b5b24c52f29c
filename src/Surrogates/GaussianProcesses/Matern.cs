using System.Numerics.Tensors;

namespace Surrogates.GaussianProcesses;

/// <summary>The Matérn kernel with ν = 5/2: k(r) = (1 + √5 r + 5 r²/3) exp(−√5 r), r the distance in length scales.</summary>
/// <remarks>Rasmussen, Williams: "Gaussian Processes for Machine Learning", MIT Press 2006, section 4.2.</remarks>
internal static class Matern
{
    /// <summary>The kernel at squared distances.</summary>
    public static void Evaluate(ReadOnlySpan<double> squaredDistances, double lengthScale, Span<double> kernel) =>
        Evaluate(squaredDistances, lengthScale, kernel, new double[squaredDistances.Length]);

    /// <summary>The kernel at squared distances.</summary>
    /// <param name="squaredDistances">The squared distances.</param>
    /// <param name="lengthScale">The length scale.</param>
    /// <param name="kernel">Receives the kernel.</param>
    /// <param name="scaled">Scratch space of the same length.</param>
    public static void Evaluate(ReadOnlySpan<double> squaredDistances, double lengthScale, Span<double> kernel, Span<double> scaled)
    {
        TensorPrimitives.Multiply(squaredDistances, 5 / (lengthScale * lengthScale), scaled);
        TensorPrimitives.Sqrt(scaled, kernel);

        // s = √5 r stands in kernel, s² in scaled: (1 + s + s²/3) e^(−s).
        TensorPrimitives.Multiply(scaled, 1.0 / 3, scaled);
        TensorPrimitives.Add(scaled, kernel, scaled);
        TensorPrimitives.Add(scaled, 1, scaled);
        TensorPrimitives.Negate(kernel, kernel);
        TensorPrimitives.Exp(kernel, kernel);
        TensorPrimitives.Multiply(kernel, scaled, kernel);
    }
}
