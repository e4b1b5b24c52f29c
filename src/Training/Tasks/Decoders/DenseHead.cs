using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks.Decoders;

/// <summary>A backbone and a decoder: pictures in, numbers at every pixel out.</summary>
internal sealed class DenseHead : nn.Module<Tensor, Tensor>
{
    private readonly Backbone _backbone;
    private readonly UpsamplingDecoder _decoder;
    private readonly bool _isBounded;

    /// <summary>Creates the network.</summary>
    /// <param name="backbone">The backbone.</param>
    /// <param name="layers">Makes the layers.</param>
    /// <param name="outputs">Numbers a pixel.</param>
    /// <param name="isBounded">Whether a hyperbolic tangent brings the output to −1 to 1.</param>
    public DenseHead(Backbone backbone, LayerFactory layers, int outputs, bool isBounded)
        : base(nameof(DenseHead))
    {
        _backbone = backbone;
        _decoder = new UpsamplingDecoder(backbone, layers, outputs);
        _isBounded = isBounded;
        register_module("backbone", _backbone);
        register_module("decoder", _decoder);
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var output = _decoder.call(_backbone.call(input), input.size(2), input.size(3));
        return (_isBounded ? output.tanh() : output).MoveToOuterDisposeScope();
    }
}
