using System.Numerics;
using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks.Decoders;

/// <summary>
/// From a backbone's features to numbers at every pixel: transposed convolutions that double height and width, each but the last with
/// batch normalization and rectification, with half the channels each time. What a halving of the backbone had rounded up is cut off
/// after the doubling that answers it, so that pictures of any size come out at their own.
/// </summary>
/// <remarks>The layout is that of Radford et al.: "Unsupervised Representation Learning with DCGANs", ICLR 2016.</remarks>
internal sealed class UpsamplingDecoder : nn.Module<Tensor, long, long, Tensor>
{
    private const int FewestChannels = 16;

    private readonly List<TransposedConvolution> _enlargements = [];
    private readonly List<BatchNormalization> _normalizations = [];
    private readonly Rectification _rectification;

    /// <summary>Creates a decoder of a backbone's features.</summary>
    /// <param name="backbone">The backbone; its reduction is a power of two, at least 2.</param>
    /// <param name="layers">Makes the layers.</param>
    /// <param name="outputs">Numbers a pixel.</param>
    public UpsamplingDecoder(Backbone backbone, LayerFactory layers, int outputs)
        : base(nameof(UpsamplingDecoder))
    {
        _rectification = layers.Rectification();
        register_module("rectification", _rectification);
        var channels = backbone.OutputChannels;
        for (var left = BitOperations.Log2((uint)backbone.Reduction); left > 0; left--)
        {
            var next = left > 1 ? Math.Max(FewestChannels, channels / 2) : outputs;
            var enlargement = layers.TransposedConvolution(channels, next);
            register_module(FormattableString.Invariant($"enlargement{_enlargements.Count}"), enlargement);
            _enlargements.Add(enlargement);
            if (left > 1)
            {
                var normalization = layers.BatchNormalization(next);
                register_module(FormattableString.Invariant($"normalization{_normalizations.Count}"), normalization);
                _normalizations.Add(normalization);
            }
            else
            {
                // Layers begin with weights that keep the size of gradients. From many channels to a few numbers that makes large
                // ones, and a hyperbolic tangent of large numbers does not learn: they are brought to about a tenth.
                using var noGradient = no_grad();
                enlargement.Weight.TimesInPlace(.1 * Math.Sqrt((double)outputs / channels));
            }

            channels = next;
        }
    }

    /// <summary>Decodes features.</summary>
    /// <param name="input">Batch × channels × height × width of the features.</param>
    /// <param name="input1">The height of the pictures.</param>
    /// <param name="input2">The width of the pictures.</param>
    /// <returns>Batch × outputs × height × width of the pictures.</returns>
    public override Tensor forward(Tensor input, long input1, long input2)
    {
        using var scope = NewDisposeScope();
        var features = input;
        for (var i = 0; i < _enlargements.Count; i++)
        {
            var isLast = i == _enlargements.Count - 1;
            var reduction = 1L << (_enlargements.Count - 1 - i);
            var enlarged = Cut(_enlargements[i].call(features), RoundUp(input1, reduction), RoundUp(input2, reduction));
            features = isLast ? enlarged : _rectification.call(_normalizations[i].call(enlarged));
        }

        return features.MoveToOuterDisposeScope();
    }

    private static long RoundUp(long size, long reduction) => (size + reduction - 1) / reduction;

    private static Tensor Cut(Tensor tensor, long height, long width)
    {
        var rows = tensor.size(2) > height ? tensor.narrow(2, 0, height) : tensor;
        return rows.size(3) > width ? rows.narrow(3, 0, width) : rows;
    }
}
