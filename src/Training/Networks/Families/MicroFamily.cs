using Surrogates.Architectures;
using Surrogates.Architectures.TransNas;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Networks.Operations;
using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Families;

/// <summary>TransNAS-Bench-101's cells: a stem, then modules of two cells, the first of which changes the shape.</summary>
internal sealed class MicroFamily : IBackboneFamily
{
    public bool Builds(ISearchSpace space) => space is TransNasMicroSpace;

    public Backbone Build(Architecture architecture, NetworkOptions options, LayerFactory layers)
    {
        var parts = new List<nn.Module<Tensor, Tensor>> { TransNasStem.Create(options, layers) };
        var (channels, reduction) = (options.BaseChannels, TransNasStem.Reduction);
        foreach (var module in TransNasMicroSpace.MacroCode[..(options.Modules ?? NetworkOptions.MostModules)])
        {
            var shape = TransNasStem.ShapeOf(module, channels);
            (channels, reduction) = (shape.OutputChannels, reduction * shape.Stride);
            parts.Add(new Cell(architecture, shape, layers, Create));
            parts.Add(new Cell(architecture, new OperationShape(channels, channels, Stride: 1), layers, Create));
        }

        return new Backbone(parts, channels, reduction);

        CellOperation? Create(int operation, OperationShape shape) => operation switch
        {
            0 => null,
            1 => CellOperations.CreateSkip(layers, shape),
            2 => CellOperations.CreateConvolution(layers, shape, kernel: 1),
            _ => CellOperations.CreateConvolution(layers, shape, kernel: 3),
        };
    }
}
