using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks.Decoders;

/// <summary>
/// Tells real pictures from made ones, patch by patch: convolutions of stride 2 with leaky rectification and, but for the first, batch
/// normalization; then one number a patch, positive for real.
/// </summary>
/// <remarks>Isola et al.: "Image-to-Image Translation with Conditional Adversarial Networks", CVPR 2017, section 3.2.2.</remarks>
internal sealed class PatchDiscriminator : nn.Module<Tensor, Tensor>
{
    private const double Leak = .2;

    private readonly Convolution _first;
    private readonly Convolution _second;
    private readonly BatchNormalization _normalization;
    private readonly Convolution _judgement;

    public PatchDiscriminator(LayerFactory layers, int inputChannels, int channels)
        : base(nameof(PatchDiscriminator))
    {
        _first = layers.Convolution(inputChannels, channels, kernel: 3, stride: 2);
        _second = layers.Convolution(channels, 2 * channels, kernel: 3, stride: 2);
        _normalization = layers.BatchNormalization(2 * channels);
        _judgement = layers.Convolution(2 * channels, 1, kernel: 3);
        register_module("first", _first);
        register_module("second", _second);
        register_module("normalization", _normalization);
        register_module("judgement", _judgement);
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var first = _first.call(input).RectifyLeaky(Leak);
        var second = _normalization.call(_second.call(first)).RectifyLeaky(Leak);
        return _judgement.call(second).to(ScalarType.Float32).MoveToOuterDisposeScope();
    }
}
