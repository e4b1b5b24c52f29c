using System.Diagnostics.CodeAnalysis;
using Surrogates.Architectures.Cells;

namespace Surrogates.Architectures.TransNas;

/// <summary>
/// The cell-level space of TransNAS-Bench-101: cells of 4 nodes over none, skip, 1×1 and 3×3 convolution (0 to 3), 4,096 in all,
/// written as <c>64-41414-a_bc_def</c> with the operations of the edges 0→1, 0→2, 1→2, 0→3, 1→3, 2→3.
/// </summary>
/// <remarks>
/// Duan et al.: "TransNAS-Bench-101", CVPR 2021. A skip in a cell that changes the shape has weights, so a skip is never merged
/// by <see cref="SearchSpace.Canonicalize"/>. Costs are those of <see cref="TransNasNetworkCost"/>.
/// </remarks>
public sealed class TransNasMicroSpace : CellSearchSpace
{
    private const string Prefix = "64-41414-";

    // The character of each edge in the text; the underscores stand between.
    private static readonly int[] EdgeOffsets = [0, 2, 3, 5, 6, 7];

    internal TransNasMicroSpace()
        : base("micro", "TransNAS-Bench-101 cells: 4 nodes, 6 edges, 4 operations", nodes: 4, ["0", "1", "2", "3"], none: 0, identity: -1)
    {
    }

    /// <summary>The modules of the network around the cell: 1 plain, 4 with twice the channels at half the resolution.</summary>
    public static string MacroCode => "41414";

    /// <inheritdoc/>
    public override int SkipOperation => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<bool> StackedCells { get; } = [.. MacroCode.SelectMany(module => new[] { module != '1', false })];

    /// <inheritdoc/>
    public override string Format(ReadOnlySpan<byte> choices)
    {
        Span<char> cell = ['0', '_', '0', '0', '_', '0', '0', '0'];
        for (var edge = 0; edge < EdgeOffsets.Length; edge++)
        {
            cell[EdgeOffsets[edge]] = (char)('0' + choices[edge]);
        }

        return string.Concat(Prefix, cell);
    }

    /// <inheritdoc/>
    public override ArchitectureCost? GetCost(Architecture architecture)
    {
        var cost = new TransNasNetworkCost();
        foreach (var module in MacroCode)
        {
            cost.AddCellModule(module, architecture.Choices, Edges);
        }

        return cost.Total();
    }

    /// <inheritdoc/>
    protected override bool TryRead(string text, byte[] choices, out int position, [NotNullWhen(false)] out string? expectation)
    {
        expectation = null;
        for (position = 0; position < Prefix.Length; position++)
        {
            if (position >= text.Length || text[position] != Prefix[position])
            {
                expectation = $"'{Prefix[position..]}' (an architecture of '{Name}' reads {Prefix}a_bc_def)";
                return false;
            }
        }

        var edge = 0;
        for (; position < Prefix.Length + 8; position++)
        {
            var isEdge = edge < EdgeOffsets.Length && EdgeOffsets[edge] == position - Prefix.Length;
            if (position >= text.Length || (isEdge ? text[position] is < '0' or > '3' : text[position] != '_'))
            {
                expectation = isEdge ? $"the operation of {Choices[edge].Name} (0 none, 1 skip, 2 conv 1×1, 3 conv 3×3)" : "'_'";
                return false;
            }

            if (isEdge)
            {
                choices[edge++] = (byte)(text[position] - '0');
            }
        }

        expectation = position == text.Length ? null : "the end";
        return expectation is null;
    }
}
