using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Surrogates.Architectures.UserSpaces;

/// <summary>A user's own space: a sequence of independent choices, written as the options with a separator between.</summary>
internal sealed class SequenceSpace : SearchSpace
{
    private readonly SearchSpaceDefinition _definition;
    private readonly string _separator;
    private readonly IReadOnlyList<(string Name, IReadOnlyList<OptionDefinition> Options)> _choices;

    public SequenceSpace(
        SearchSpaceDefinition definition, string separator, IReadOnlyList<(string Name, IReadOnlyList<OptionDefinition> Options)> choices)
        : base(
            definition.Name!,
            definition.Description ?? $"sequences of {choices.Count} choices",
            [.. choices.Select(choice => new Choice(choice.Name, [.. choice.Options.Select(option => option.Name)]))])
    {
        _definition = definition;
        _separator = separator;
        _choices = choices;
    }

    public override string Serialize() => JsonSerializer.Serialize(_definition, SearchSpaceJson.Default.SearchSpaceDefinition);

    public override string Format(ReadOnlySpan<byte> choices)
    {
        var text = new StringBuilder();
        for (var i = 0; i < choices.Length; i++)
        {
            text.Append(i > 0 ? _separator : "").Append(Choices[i].Options[choices[i]]);
        }

        return text.ToString();
    }

    public override ArchitectureGraph GetGraph(Architecture architecture)
    {
        var nodes = new List<GraphNode> { new("input") };
        for (var i = 0; i < Choices.Count; i++)
        {
            nodes.Add(new GraphNode(Choices[i].Options[architecture.Choices[i]]));
        }

        nodes.Add(new GraphNode("output"));
        return new ArchitectureGraph(nodes, [.. Enumerable.Range(0, nodes.Count - 1).Select(i => new GraphEdge(i, i + 1))]);
    }

    public override ArchitectureCost? GetCost(Architecture architecture) =>
        OptionCost.Sum(architecture.Choices, i => _choices[i].Options);

    protected override bool TryRead(string text, byte[] choices, out int position, [NotNullWhen(false)] out string? expectation)
    {
        position = 0;
        for (var i = 0; i < Choices.Count; i++)
        {
            var isLast = i == Choices.Count - 1;
            var end = isLast ? text.Length : text.IndexOf(_separator, position, StringComparison.Ordinal);
            var option = end < 0 ? -1 : IndexOf(Choices[i].Options, text.AsSpan(position, end - position));
            if (option < 0)
            {
                expectation = $"an option of '{Choices[i].Name}' ({string.Join(", ", Choices[i].Options)})"
                    + (isLast ? " and then the end" : $" and then '{_separator}'");
                return false;
            }

            choices[i] = (byte)option;
            position = isLast ? end : end + _separator.Length;
        }

        expectation = null;
        return true;
    }

    private static int IndexOf(IReadOnlyList<string> options, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < options.Count; i++)
        {
            if (text.SequenceEqual(options[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
