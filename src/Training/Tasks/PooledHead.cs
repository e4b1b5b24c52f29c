using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>A backbone, the mean of its features over the picture, and a linear map.</summary>
internal sealed class PooledHead : nn.Module<Tensor, Tensor>
{
    private readonly Backbone _backbone;
    private readonly Linear _linear;

    public PooledHead(Backbone backbone, LayerFactory layers, int outputs)
        : base(nameof(PooledHead))
    {
        _backbone = backbone;
        _linear = layers.Linear(backbone.OutputChannels, outputs);
        register_module("backbone", _backbone);
        register_module("linear", _linear);
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return _linear.call(_backbone.call(input).mean([2, 3])).MoveToOuterDisposeScope();
    }
}
