using Surrogates.Architectures;
using Surrogates.Architectures.TransNas;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Networks.Operations;
using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Families;

/// <summary>
/// TransNAS-Bench-101's networks of residual blocks: a stem, then modules of two blocks, the first of which changes the shape.
/// </summary>
internal sealed class MacroFamily : IBackboneFamily
{
    public bool Builds(ISearchSpace space) => space is TransNasMacroSpace;

    public Backbone Build(Architecture architecture, NetworkOptions options, LayerFactory layers)
    {
        var parts = new List<nn.Module<Tensor, Tensor>> { TransNasStem.Create(options, layers) };
        var (channels, reduction) = (options.BaseChannels, TransNasStem.Reduction);
        foreach (var module in TransNasMacroSpace.GetModules(architecture))
        {
            var shape = TransNasStem.ShapeOf(module, channels);
            (channels, reduction) = (shape.OutputChannels, reduction * shape.Stride);
            parts.Add(new BasicBlock(layers, shape));
            parts.Add(new BasicBlock(layers, new OperationShape(channels, channels, Stride: 1)));
        }

        return new Backbone(parts, channels, reduction);
    }
}
