using static TorchSharp.torch;

namespace Surrogates.Training.Loop;

/// <summary>
/// Keeps small gradients in the range of 16-bit floats: the loss is multiplied by a factor that halves when a gradient overflows, in
/// which case the step is left out, and doubles after many good steps.
/// </summary>
/// <remarks>Micikevicius et al.: "Mixed Precision Training", ICLR 2018, section 3.2; factors as in PyTorch.</remarks>
internal sealed class LossScaler(bool isNeeded)
{
    private const int GoodStepsToDouble = 2000;

    // A factor this small is no scaling any more: something else is wrong.
    private const double Least = 1.0 / 65536;

    private int _goodSteps;

    /// <summary>The factor.</summary>
    public double Scale { get; private set; } = isNeeded ? 65536 : 1;

    /// <summary>Sets the state of a resumed training.</summary>
    public void Restore(double scale, int goodSteps) => (Scale, _goodSteps) = (scale, goodSteps);

    /// <summary>Good steps since the factor changed.</summary>
    public int GoodSteps => _goodSteps;

    /// <summary>The scaled loss.</summary>
    public Tensor Apply(Tensor loss) => isNeeded ? loss.Times(Scale) : loss;

    /// <summary>Removes the factor from the gradients, and says whether the step may be taken.</summary>
    public bool Unscale(Tensor gradients)
    {
        if (!isNeeded)
        {
            return true;
        }

        using var scope = NewDisposeScope();
        gradients.TimesInPlace(1 / Scale);
        if (!gradients.isfinite().all().item<bool>())
        {
            (Scale, _goodSteps) = (Scale / 2, 0);
            return Scale >= Least
                ? false
                : throw new TrainingFailedException(
                    "gradients overflow 16-bit floats whatever the loss is scaled by; bf16 or fp32 has the range (Precision, --precision).");
        }

        if (++_goodSteps >= GoodStepsToDouble)
        {
            (Scale, _goodSteps) = (Scale * 2, 0);
        }

        return true;
    }
}
