using Surrogates.Architectures;
using Surrogates.Architectures.TransNas;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Networks.Operations;

namespace Surrogates.Training.Networks.Families;

/// <summary>
/// TransNAS-Bench-101's networks of residual blocks; where a block changes the shape, its input passes a pointwise convolution with batch
/// normalization.
/// </summary>
internal sealed class MacroFamily : IBackboneFamily
{
    public bool Builds(ISearchSpace space) => space is TransNasMacroSpace;

    public Backbone Build(Architecture architecture, NetworkOptions options, LayerFactory layers) => TransNasSkeleton.Build(
        TransNasMacroSpace.GetModules(architecture),
        options,
        layers,
        shape => new ResidualBlock(layers, shape, () => shape.IsPreserving ? null : new ConvolutionUnit(layers, shape, kernel: 1)));
}
