using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Surrogates.Architectures.UserSpaces;

/// <summary>A user's own space: a sequence of independent choices, written as the options with a separator between.</summary>
internal sealed class SequenceSpace : SearchSpace
{
    private readonly string _serialized;
    private readonly string _separator;
    private readonly IReadOnlyList<(string Name, IReadOnlyList<OptionDefinition> Options)> _choices;

    public SequenceSpace(
        SearchSpaceDefinition definition, string separator, IReadOnlyList<(string Name, IReadOnlyList<OptionDefinition> Options)> choices)
        : base(
            definition.Name!,
            definition.Description ?? $"sequences of {choices.Count} choices",
            [.. choices.Select(choice => new Choice(choice.Name, [.. choice.Options.Select(option => option.Name)]))])
    {
        _serialized = definition.Serialize();
        _separator = separator;
        _choices = choices;
    }

    public override string Serialize() => _serialized;

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
            if (i > 0)
            {
                if (position == text.Length)
                {
                    expectation = $"'{_separator}' and {Expected(Choices[i])}";
                    return false;
                }

                position += _separator.Length;
            }

            var end = text.IndexOf(_separator, position, StringComparison.Ordinal) is var next and >= 0 ? next : text.Length;
            var option = IndexOf(Choices[i].Options, text.AsSpan(position, end - position));
            if (option < 0)
            {
                expectation = Expected(Choices[i]);
                return false;
            }

            choices[i] = (byte)option;
            position = end;
        }

        expectation = position == text.Length ? null : "the end";
        return expectation is null;
    }

    private static string Expected(Choice choice) => $"an option of '{choice.Name}' ({string.Join(", ", choice.Options)})";

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
