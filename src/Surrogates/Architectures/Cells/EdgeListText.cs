using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Surrogates.Architectures.Cells;

/// <summary>
/// The text of NAS-Bench-201's cells, for any number of nodes and any operations: each node's incoming edges as
/// <c>|operation~source|…|</c>, the nodes joined by <c>+</c>.
/// </summary>
internal sealed class EdgeListText(int nodes, IReadOnlyList<string> operations)
{
    public string Format(ReadOnlySpan<byte> choices)
    {
        var text = new StringBuilder();
        var edge = 0;
        for (var to = 1; to < nodes; to++)
        {
            text.Append(to == 1 ? "|" : "+|");
            for (var from = 0; from < to; from++)
            {
                text.Append(operations[choices[edge++]]).Append('~').Append(from).Append('|');
            }
        }

        return text.ToString();
    }

    public bool TryRead(string text, byte[] choices, out int position, [NotNullWhen(false)] out string? expectation)
    {
        position = 0;
        var edge = 0;
        for (var to = 1; to < nodes; to++)
        {
            if (!Skip(text, to == 1 ? "|" : "+|", ref position, out expectation))
            {
                return false;
            }

            for (var from = 0; from < to; from++)
            {
                var operation = FindOperation(text, position);
                if (operation < 0)
                {
                    expectation = $"an operation ({string.Join(", ", operations)}) and the node it comes from, '~{from}'";
                    return false;
                }

                choices[edge++] = (byte)operation;
                position += operations[operation].Length;
                if (!Skip(text, $"~{from}|", ref position, out expectation))
                {
                    return false;
                }
            }
        }

        expectation = position == text.Length ? null : "the end";
        return expectation is null;
    }

    private int FindOperation(string text, int position)
    {
        // The longest, so that an operation may begin with another's name.
        var found = -1;
        for (var operation = 0; operation < operations.Count; operation++)
        {
            if (string.CompareOrdinal(text, position, operations[operation], 0, operations[operation].Length) == 0
                && (found < 0 || operations[operation].Length > operations[found].Length))
            {
                found = operation;
            }
        }

        return found;
    }

    private static bool Skip(string text, string expected, ref int position, [NotNullWhen(false)] out string? expectation)
    {
        for (var i = 0; i < expected.Length; i++, position++)
        {
            if (position >= text.Length || text[position] != expected[i])
            {
                expectation = $"'{expected[i..]}'";
                return false;
            }
        }

        expectation = null;
        return true;
    }
}
