using Surrogates.Training.Data;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks;
using TorchSharp;
using static TorchSharp.torch;

namespace Surrogates.Training.Loop;

/// <summary>
/// Everything that depends on where a training runs: the device, the precision, the order of pixels in memory (channels last, which is
/// faster on the CPU and on CUDA alike), and how a batch gets there (through pinned memory on CUDA).
/// </summary>
/// <remarks>
/// On the CPU the same seed gives the same bytes. On CUDA, libtorch may add gradients of weights in an order that changes from run to run;
/// its switch against that is not reachable from TorchSharp 0.107.
/// </remarks>
internal sealed class ComputePlacement
{
    public ComputePlacement(Device device, Precision precision)
    {
        Device = device;
        Type = precision switch
        {
            Precision.BFloat16 => ScalarType.BFloat16,
            Precision.Float16 => ScalarType.Float16,
            Precision.Auto when IsCuda => ScalarType.BFloat16,
            _ => ScalarType.Float32,
        };
        Arithmetic = new LayerArithmetic(Type);
    }

    public Device Device { get; }

    public ScalarType Type { get; }

    public LayerArithmetic Arithmetic { get; init; }

    public bool IsCuda => Device.type == DeviceType.CUDA;

    /// <summary>Whether gradients may vanish in the type's narrow range unless the loss is scaled.</summary>
    public bool NeedsLossScaling => Type == ScalarType.Float16;

    /// <summary>
    /// How many steps may run ahead of the host. Asking for a number ends the overlap of host and device, so on CUDA losses are looked at
    /// in groups.
    /// </summary>
    public int StepsBetweenChecks => IsCuda ? 20 : 1;

    /// <summary>Brings pictures to the device.</summary>
    /// <param name="bytes">Batch × channels × height × width.</param>
    /// <param name="shape">These four.</param>
    /// <returns>32-bit floats from 0 to 1, channels last.</returns>
    public Tensor Upload(ReadOnlySpan<byte> bytes, params long[] shape)
    {
        using var scope = NewDisposeScope();
        return ChannelsLast.Arrange(Copy(bytes, Device, shape).to(ScalarType.Float32).DividedInPlace(255)).MoveToOuterDisposeScope();
    }

    /// <summary>A batch on the device as a task wants it, recoloured where the augmentation says so.</summary>
    public TaskBatch CreateBatch(ITrainingTask task, PixelBatch pixels, ImageLabels labels, Augmentation? augmentation)
    {
        using var scope = NewDisposeScope();
        var images = Upload(pixels.Pixels, pixels.Shape);
        if (augmentation is { ChangesColours: true })
        {
            images = ColourJitter.Apply(images, augmentation, pixels.Draws);
        }

        var batch = task.CreateBatch(new ImageBatch(images, labels, pixels.Indices, pixels.Draws) { Changes = pixels.Changes });
        return new TaskBatch(batch.Input.MoveToOuterDisposeScope(), batch.Target.MoveToOuterDisposeScope());
    }

    /// <summary>Copies bytes to a device, through pinned memory on CUDA.</summary>
    public static Tensor Copy(ReadOnlySpan<byte> bytes, Device device, params long[] shape)
    {
        using var scope = NewDisposeScope();
        var host = Tensors.Of(CPU, bytes, shape);
        var there = device.type == DeviceType.CUDA ? host.pin_memory().to(device, non_blocking: true) : host.to(device);
        return there.MoveToOuterDisposeScope();
    }

    /// <summary>Waits until the device has done what it was asked.</summary>
    public void Synchronize()
    {
        if (IsCuda)
        {
            cuda.synchronize(Device);
        }
    }
}
