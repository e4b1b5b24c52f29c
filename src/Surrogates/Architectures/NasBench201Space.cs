using System.Diagnostics.CodeAnalysis;
using Surrogates.Architectures.Cells;

namespace Surrogates.Architectures;

/// <summary>
/// The space of NAS-Bench-201: cells of 4 nodes over 5 operations, 15,625 in all, written as
/// <c>|nor_conv_3x3~0|+|none~0|skip_connect~1|+|…~0|…~1|…~2|</c>. The skip connection is an identity without weights.
/// </summary>
/// <remarks>
/// Dong, Yang: "NAS-Bench-201: Extending the Scope of Reproducible Neural Architecture Search", ICLR 2020. Costs are those of
/// its CIFAR-10 network (16 channels, three stages of five cells, 32×32 images), with FLOPs as its tables have them.
/// </remarks>
public sealed class NasBench201Space : CellSearchSpace
{
    private const int CellsPerStage = 5;
    private static readonly string[] OperationNames = ["none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3"];

    private readonly EdgeListText _text;

    internal NasBench201Space()
        : base("nasbench201", "NAS-Bench-201 cells: 4 nodes, 6 edges, 5 operations", nodes: 4, OperationNames, none: 0, identity: 1) =>
        _text = new EdgeListText(Nodes, Operations);

    /// <inheritdoc/>
    public override IReadOnlyList<bool> StackedCells { get; } = new bool[3 * CellsPerStage];

    /// <inheritdoc/>
    public override string Format(ReadOnlySpan<byte> choices) => _text.Format(choices);

    /// <inheritdoc/>
    public override ArchitectureCost? GetCost(Architecture architecture)
    {
        const int Stem = 16;
        const int Classes = 10;
        long parameters = (3 * 9 * Stem) + (2 * Stem);
        long multiplyAdds = 3L * 9 * Stem * 32 * 32;
        long channels = Stem;
        long pixels = 32 * 32;
        for (var stage = 0; stage < 3; stage++)
        {
            if (stage > 0)
            {
                // A residual block halves the resolution and doubles the channels: two 3×3 convolutions with batch
                // normalization, and a 1×1 convolution without it.
                var weights = (9 * channels * 2 * channels) + (9 * 4 * channels * channels) + (2 * channels * channels);
                parameters += weights + (8 * channels);
                channels *= 2;
                pixels /= 4;
                multiplyAdds += weights * pixels;
            }

            foreach (var operation in architecture.Choices)
            {
                var kernel = operation switch { 2 => 1, 3 => 9, _ => 0 };
                var weights = kernel * channels * channels;
                parameters += CellsPerStage * (weights + (kernel > 0 ? 2 * channels : 0));
                multiplyAdds += CellsPerStage * weights * pixels;
            }
        }

        parameters += (2 * channels) + (channels * Classes) + Classes;
        multiplyAdds += channels * Classes;

        // The benchmark counts the classifier's bias as well.
        return new ArchitectureCost(parameters, multiplyAdds, multiplyAdds + Classes);
    }

    /// <inheritdoc/>
    protected override bool TryRead(string text, byte[] choices, out int position, [NotNullWhen(false)] out string? expectation) =>
        _text.TryRead(text, choices, out position, out expectation);
}
