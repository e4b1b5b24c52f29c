using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Operations;

/// <summary>An operation of a cell, as layers.</summary>
/// <param name="Layers">The layers, or null for the identity.</param>
/// <param name="RectifiesInput">
/// Whether the operation begins with a rectification. The cell then computes it, once for all operations that read the same node;
/// <paramref name="Layers"/> do not hold it.
/// </param>
public sealed record CellOperation(nn.Module<Tensor, Tensor>? Layers, bool RectifiesInput = false)
{
    /// <summary>What passes its input on unchanged.</summary>
    public static CellOperation Identity { get; } = new(Layers: null);
}
