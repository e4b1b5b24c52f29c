using TorchSharp;
using static TorchSharp.torch;

namespace Surrogates.Torch;

/// <summary>
/// Arithmetic of tensors with numbers that may run beside a garbage collection. Tasks and operations of a user's own should use it too.
/// </summary>
/// <remarks>
/// In TorchSharp 0.107 a number becomes a <see cref="Scalar"/> that nothing keeps alive while native code reads it: the garbage collector may
/// free it in the middle of <c>tensor * .5</c>, and even of <c>a + b</c>, which has a factor of 1 inside. The operation then fails (<c>Expected
/// false to be true</c>), or takes what lies there. Here scalars outlive the call; elsewhere in this project and in Surrogates.Training the build
/// refuses such expressions.
/// </remarks>
#pragma warning disable RS0030 // Here they are allowed.
public static class TensorArithmetic
{
    // Never collected.
    private static readonly Scalar One = 1f;

    /// <summary>left + right.</summary>
    public static Tensor Plus(this Tensor left, Tensor right) => left.add(right, One);

    /// <summary>left + right.</summary>
    public static Tensor Plus(this Tensor left, double right)
    {
        using Scalar scalar = right;
        return left.add(scalar, One);
    }

    /// <summary>left ← left + right.</summary>
    public static Tensor PlusInPlace(this Tensor left, Tensor right) => left.add_(right, One);

    /// <summary>left ← left + factor · right.</summary>
    public static Tensor PlusInPlace(this Tensor left, Tensor right, double factor)
    {
        using Scalar scalar = factor;
        return left.add_(right, scalar);
    }

    /// <summary>left ← left + right.</summary>
    public static Tensor PlusInPlace(this Tensor left, double right)
    {
        using Scalar scalar = right;
        return left.add_(scalar, One);
    }

    /// <summary>left − right.</summary>
    public static Tensor Minus(this Tensor left, Tensor right) => left.sub(right);

    /// <summary>left · right.</summary>
    public static Tensor Times(this Tensor left, double right)
    {
        using Scalar scalar = right;
        return left.mul(scalar);
    }

    /// <summary>tensor². (<see cref="Tensor.square"/> is a power whose exponent nothing keeps alive.)</summary>
    public static Tensor Squared(this Tensor tensor) => tensor.mul(tensor);

    /// <summary>tensor where it is positive, else leak · tensor.</summary>
    public static Tensor RectifyLeaky(this Tensor tensor, double leak)
    {
        using Scalar scalar = leak;
        return tensor.leaky_relu(scalar);
    }

    /// <summary>left ← left · right.</summary>
    public static Tensor TimesInPlace(this Tensor left, double right)
    {
        using Scalar scalar = right;
        return left.mul_(scalar);
    }

    /// <summary>left ← left ÷ right.</summary>
    public static Tensor DividedInPlace(this Tensor left, double right)
    {
        using Scalar scalar = right;
        return left.div_(scalar);
    }

    /// <summary>tensor ← the nearest number from low to high.</summary>
    public static Tensor ClampInPlace(this Tensor tensor, double low, double high)
    {
        using Scalar minimum = low;
        using Scalar maximum = high;
        return tensor.clamp_(minimum, maximum);
    }

    /// <summary>tensor ← tensor + factor · first · second.</summary>
    public static Tensor PlusProductInPlace(this Tensor tensor, Tensor first, Tensor second, double factor)
    {
        using Scalar scalar = factor;
        return tensor.addcmul_(first, second, scalar);
    }

    /// <summary>tensor ← tensor + factor · numerator ÷ denominator.</summary>
    public static Tensor PlusQuotientInPlace(this Tensor tensor, Tensor numerator, Tensor denominator, double factor)
    {
        using Scalar scalar = factor;
        return tensor.addcdiv_(numerator, denominator, scalar);
    }
}
#pragma warning restore RS0030
