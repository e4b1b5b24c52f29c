using Surrogates.Architectures;
using Surrogates.Architectures.Cells;

namespace Surrogates.AutoML.Experiments;

/// <summary>For each space the architecture that a user would take without a search.</summary>
public static class BaselineArchitectures
{
    /// <summary>
    /// A 3×3 convolution on every edge for TransNAS micro; the residual network with the micro space's skeleton for TransNAS macro; the
    /// residual cell for NAS-Bench-201; for a user's own cells the first operation that is neither none nor identity, on every edge.
    /// </summary>
    /// <exception cref="InputException">There is none for the space; one has to be named.</exception>
    public static Architecture For(ISearchSpace space) => space switch
    {
        _ when space.Equals(SearchSpaces.Micro) => space.Parse("64-41414-3_33_333"),
        _ when space.Equals(SearchSpaces.Macro) => space.Parse("64-41414-basic"),
        _ when space.Equals(SearchSpaces.NasBench201) => space.Parse(
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|"),
        CellSearchSpace cells when FirstWithWeights(cells) is var operation and >= 0 =>
            space.Create([.. Enumerable.Repeat((byte)operation, cells.Edges.Count)]),
        _ => throw new InputException($"'{space.Name}': no baseline is known for this space; name one with --baseline."),
    };

    private static int FirstWithWeights(CellSearchSpace space) => Enumerable.Range(0, space.Operations.Count)
        .Where(operation => operation != space.NoneOperation && operation != space.IdentityOperation)
        .DefaultIfEmpty(-1)
        .First();
}
