using Surrogates.Architectures;
using Surrogates.Architectures.Cells;
using Surrogates.Architectures.TransNas;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Networks.Operations;
using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Families;

/// <summary>
/// NAS-Bench-201's networks, and those of users' own cells: a stem, three stages of cells that keep the shape, and between the stages a
/// residual block that doubles the channels at half the resolution, whose input is averaged over 2×2 pixels and mapped by a pointwise convolution;
/// rectified at the end.
/// </summary>
/// <remarks>Dong, Yang: "NAS-Bench-201", ICLR 2020, figure 1.</remarks>
internal sealed class StagedCellFamily : IBackboneFamily
{
    private const int Stages = 3;

    public bool Builds(ISearchSpace space) => space is CellSearchSpace and not TransNasMicroSpace;

    public Backbone Build(Architecture architecture, NetworkOptions options, LayerFactory layers)
    {
        var space = (CellSearchSpace)architecture.Space;
        var channels = options.BaseChannels;
        var parts = new List<nn.Module<Tensor, Tensor>>
        {
            new ConvolutionUnit(layers, new OperationShape(options.InputChannels, channels, Stride: 1), kernel: 3),
        };
        for (var stage = 0; stage < Stages; stage++)
        {
            if (stage > 0)
            {
                parts.Add(CreateReduction(layers, channels));
                channels *= 2;
            }

            for (var i = 0; i < options.CellsPerStage; i++)
            {
                parts.Add(new Cell(architecture, new OperationShape(channels, channels, Stride: 1), layers, Create));
            }
        }

        parts.Add(layers.BatchNormalization(channels));
        parts.Add(layers.Rectification());
        return new Backbone(parts, channels, 1 << (Stages - 1));

        // What the space itself says of an operation comes before its name.
        CellOperation? Create(int operation, OperationShape shape) =>
            operation == space.NoneOperation ? null
            : operation == space.IdentityOperation ? CellOperation.Identity
            : CellOperations.Create(space.Operations[operation], layers, shape);
    }

    private static ResidualBlock CreateReduction(LayerFactory layers, int channels) => new(
        layers,
        new OperationShape(channels, 2 * channels, Stride: 2),
        () => nn.Sequential(("mean", new HalvedMean()), ("projection", layers.Convolution(channels, 2 * channels, kernel: 1))));
}
