using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Layers;

/// <summary>
/// Makes the layers of a network: on one device, with one arithmetic, and with initial weights from one seed, drawn in the order in
/// which layers are asked for. Networks, heads and a user's own operations take their layers from here.
/// </summary>
/// <example>
/// <code>
/// using var layers = new LayerFactory(torch.CPU, seed: 1);
/// var convolution = layers.Convolution(inputChannels: 16, outputChannels: 32, kernel: 3, stride: 2);
/// </code>
/// </example>
public sealed class LayerFactory : IDisposable
{
    private readonly Generator _generator;

    /// <summary>Creates a factory.</summary>
    /// <param name="device">Where the weights are.</param>
    /// <param name="seed">The seed of the initial weights.</param>
    /// <param name="arithmetic">What the layers compute with; 32-bit arithmetic by default.</param>
    public LayerFactory(Device device, int seed, LayerArithmetic? arithmetic = null)
    {
        TorchRuntime.EnsureLoaded();
        Device = device;
        Arithmetic = arithmetic ?? LayerArithmetic.Full;
        _generator = Tensors.CreateGenerator((ulong)(uint)seed);
    }

    /// <summary>Where the weights are.</summary>
    public Device Device { get; }

    /// <summary>What the layers compute with.</summary>
    public LayerArithmetic Arithmetic { get; }

    /// <summary>A convolution without bias, padded so that stride 1 keeps the size (kernel odd).</summary>
    /// <remarks>Weights from N(0, 2 ÷ fan-out): He et al., "Delving Deep into Rectifiers", ICCV 2015.</remarks>
    public Convolution Convolution(int inputChannels, int outputChannels, int kernel, int stride = 1, int dilation = 1, int groups = 1)
    {
        var deviation = Math.Sqrt(2.0 * groups / ((double)outputChannels * kernel * kernel));
        var weight = Tensors.Normal(Device, _generator, deviation, outputChannels, inputChannels / groups, kernel, kernel);
        return new Convolution(weight, new ConvolutionGeometry(stride, dilation * (kernel - 1) / 2, dilation, groups), Arithmetic);
    }

    /// <summary>A transposed convolution without bias that enlarges height and width by <paramref name="stride"/>.</summary>
    public TransposedConvolution TransposedConvolution(int inputChannels, int outputChannels, int stride = 2)
    {
        // A kernel of twice the stride overlaps evenly; padding of half the stride keeps the size a multiple.
        var kernel = 2 * stride;
        var deviation = Math.Sqrt(2.0 / ((double)outputChannels * kernel * kernel / (stride * stride)));
        var weight = Tensors.Normal(Device, _generator, deviation, inputChannels, outputChannels, kernel, kernel);
        return new TransposedConvolution(weight, new ConvolutionGeometry(stride, stride / 2), Arithmetic);
    }

    /// <summary>Batch normalization of channels, with scale 1 and shift 0 at first.</summary>
    public BatchNormalization BatchNormalization(int channels) => new(
        Tensors.Ones(Device, channels),
        Tensors.Zeros(Device, channels),
        Tensors.Zeros(Device, channels),
        Tensors.Ones(Device, channels),
        Arithmetic);

    /// <summary>A linear map with bias; both from U(−1/√inputs, 1/√inputs).</summary>
    public Linear Linear(int inputs, int outputs)
    {
        var bound = 1 / Math.Sqrt(inputs);
        return new Linear(
            Tensors.Uniform(Device, _generator, -bound, bound, outputs, inputs),
            Tensors.Uniform(Device, _generator, -bound, bound, outputs),
            Arithmetic);
    }

    /// <summary>Rectification, max(0, x).</summary>
    public Rectification Rectification() => new(Arithmetic);

    /// <inheritdoc/>
    public void Dispose() => _generator.Dispose();
}
