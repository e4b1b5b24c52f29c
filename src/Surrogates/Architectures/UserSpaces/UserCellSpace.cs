using System.Diagnostics.CodeAnalysis;
using Surrogates.Architectures.Cells;

namespace Surrogates.Architectures.UserSpaces;

/// <summary>A user's own space of cells, written as NAS-Bench-201 writes its own: <c>|operation~0|+|operation~0|operation~1|</c>.</summary>
internal sealed class UserCellSpace : CellSearchSpace
{
    private readonly string _serialized;
    private readonly IReadOnlyList<OptionDefinition> _operations;
    private readonly EdgeListText _text;

    public UserCellSpace(
        SearchSpaceDefinition definition, CellDefinition cell, IReadOnlyList<OptionDefinition> operations, int none, int identity)
        : base(
            definition.Name!,
            definition.Description ?? $"cells of {cell.Nodes} nodes over {operations.Count} operations",
            cell.Nodes,
            [.. operations.Select(operation => operation.Name)],
            none,
            identity)
    {
        _serialized = definition.Serialize();
        _operations = operations;
        _text = new EdgeListText(Nodes, Operations);
    }

    public override string Serialize() => _serialized;

    public override string Format(ReadOnlySpan<byte> choices) => _text.Format(choices);

    public override ArchitectureCost? GetCost(Architecture architecture) =>
        OptionCost.Sum(architecture.Choices, _ => _operations);

    protected override bool TryRead(string text, byte[] choices, out int position, [NotNullWhen(false)] out string? expectation) =>
        _text.TryRead(text, choices, out position, out expectation);
}
