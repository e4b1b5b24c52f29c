using TorchSharp;
using static TorchSharp.torch;

namespace Surrogates.Training;

/// <summary>
/// Arithmetic of tensors with numbers. In TorchSharp 0.107 a number becomes a <see cref="Scalar"/> that nothing keeps alive while native
/// code reads it: the garbage collector may free it in the middle of <c>tensor * .5</c>, and even of <c>a + b</c>, which has a factor of 1
/// inside. The operation then fails, or takes whatever lies there. Here scalars outlive the call; elsewhere in this project the build
/// refuses such expressions (<c>BannedSymbols.txt</c>).
/// </summary>
#pragma warning disable RS0030 // Here they are allowed.
internal static class TensorArithmetic
{
    // Never collected.
    private static readonly Scalar One = 1f;

    public static Tensor Plus(this Tensor left, Tensor right) => left.add(right, One);

    public static Tensor PlusInPlace(this Tensor left, Tensor right) => left.add_(right, One);

    public static Tensor PlusInPlace(this Tensor left, Tensor right, double factor)
    {
        using Scalar scalar = factor;
        return left.add_(right, scalar);
    }

    public static Tensor Plus(this Tensor left, double right)
    {
        using Scalar scalar = right;
        return left.add(scalar, One);
    }

    public static Tensor PlusInPlace(this Tensor left, double right)
    {
        using Scalar scalar = right;
        return left.add_(scalar, One);
    }

    public static Tensor Minus(this Tensor left, Tensor right) => left.sub(right);

    public static Tensor Times(this Tensor left, double right)
    {
        using Scalar scalar = right;
        return left.mul(scalar);
    }

    public static Tensor TimesInPlace(this Tensor left, double right)
    {
        using Scalar scalar = right;
        return left.mul_(scalar);
    }

    public static Tensor DividedInPlace(this Tensor left, double right)
    {
        using Scalar scalar = right;
        return left.div_(scalar);
    }

    public static Tensor ClampInPlace(this Tensor tensor, double low, double high)
    {
        using Scalar minimum = low;
        using Scalar maximum = high;
        return tensor.clamp_(minimum, maximum);
    }

    public static Tensor PlusProductInPlace(this Tensor tensor, Tensor first, Tensor second, double factor)
    {
        using Scalar scalar = factor;
        return tensor.addcmul_(first, second, scalar);
    }

    public static Tensor PlusQuotientInPlace(this Tensor tensor, Tensor numerator, Tensor denominator, double factor)
    {
        using Scalar scalar = factor;
        return tensor.addcdiv_(numerator, denominator, scalar);
    }
}
#pragma warning restore RS0030
