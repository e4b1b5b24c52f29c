using static TorchSharp.torch;

namespace Surrogates.Training.Loop;

/// <summary>The losses of an epoch's steps. They stay on the device until a group of them is looked at.</summary>
internal sealed class LossLog(ComputePlacement placement, int steps, int epoch) : IDisposable
{
    private readonly Tensor _losses = Tensors.Zeros(placement.Device, steps).DetachFromDisposeScope();
    private double _sum;
    private int _count;
    private int _checked;

    /// <summary>The latest loss that was looked at.</summary>
    public double Last { get; private set; } = double.NaN;

    /// <summary>Adds the loss of the next step.</summary>
    /// <exception cref="TrainingFailedException">A loss is not finite.</exception>
    public void Add(Tensor loss)
    {
        using var scope = NewDisposeScope();
        _losses[_count++] = loss;
        if (_count - _checked >= placement.StepsBetweenChecks)
        {
            Check();
        }
    }

    /// <summary>The mean loss.</summary>
    /// <exception cref="TrainingFailedException">A loss is not finite.</exception>
    public double Mean()
    {
        Check();
        return _sum / Math.Max(1, _count);
    }

    public void Dispose() => _losses.Dispose();

    private void Check()
    {
        if (_count == _checked)
        {
            return;
        }

        using var scope = NewDisposeScope();
        foreach (var loss in _losses.narrow(0, _checked, _count - _checked).cpu().data<float>())
        {
            _checked++;
            if (!float.IsFinite(loss))
            {
                throw new TrainingFailedException(FormattableString.Invariant(
                    $"the loss is {loss} at step {_checked} of epoch {epoch + 1}: the training has diverged; a lower learning rate may help."));
            }

            _sum += loss;
            Last = loss;
        }
    }
}
