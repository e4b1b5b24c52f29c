using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>
/// A backbone through which all tiles of a picture pass, the mean of each tile's features side by side, and a linear map.
/// </summary>
internal sealed class TilesHead : nn.Module<Tensor, Tensor>
{
    private readonly Backbone _backbone;
    private readonly Linear _linear;

    public TilesHead(Backbone backbone, LayerFactory layers, int tiles, int outputs)
        : base(nameof(TilesHead))
    {
        _backbone = backbone;
        _linear = layers.Linear(tiles * backbone.OutputChannels, outputs);
        register_module("backbone", _backbone);
        register_module("linear", _linear);
    }

    /// <param name="input">Batch × tiles × channels × height × width.</param>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var features = _backbone.call(ChannelsLast.Arrange(input.flatten(0, 1))).mean([2, 3]);
        return _linear.call(features.reshape(input.size(0), -1)).MoveToOuterDisposeScope();
    }
}
