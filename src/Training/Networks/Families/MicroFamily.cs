using Surrogates.Architectures;
using Surrogates.Architectures.TransNas;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Networks.Operations;

namespace Surrogates.Training.Networks.Families;

/// <summary>TransNAS-Bench-101's cells.</summary>
internal sealed class MicroFamily : IBackboneFamily
{
    public bool Builds(ISearchSpace space) => space is TransNasMicroSpace;

    public Backbone Build(Architecture architecture, NetworkOptions options, LayerFactory layers)
    {
        return TransNasSkeleton.Build(
            TransNasMicroSpace.MacroCode[..(options.Modules ?? NetworkOptions.MostModules)],
            options,
            layers,
            shape => new Cell(architecture, shape, layers, Create));

        CellOperation? Create(int operation, OperationShape shape) => operation switch
        {
            0 => null,
            1 => CellOperations.CreateSkip(layers, shape),
            2 => CellOperations.CreateConvolution(layers, shape, kernel: 1),
            _ => CellOperations.CreateConvolution(layers, shape, kernel: 3),
        };
    }
}
