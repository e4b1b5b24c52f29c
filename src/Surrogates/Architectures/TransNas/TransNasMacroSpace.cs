using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Surrogates.Architectures.TransNas;

/// <summary>
/// The macro-level space of TransNAS-Bench-101: sequences of 4 to 6 modules, 3,256 in all, written as <c>64-412131-basic</c>.
/// A digit is a module of two residual blocks: 1 plain, 2 doubles the channels, 3 halves the resolution, 4 does both. One to four
/// modules halve the resolution and one to three double the channels.
/// </summary>
/// <remarks>Duan et al.: "TransNAS-Bench-101", CVPR 2021. Costs are those of <see cref="TransNasNetworkCost"/>.</remarks>
public sealed class TransNasMacroSpace : SearchSpace
{
    private const string Prefix = "64-";
    private const string Suffix = "-basic";
    private const int MinimumModules = 4;
    private const int MaximumModules = 6;

    // The option after the four module types: the network has ended before this module.
    private const byte Ended = 4;

    // The edges of a sequence of so many nodes, which all networks of that length share.
    private static readonly IReadOnlyList<GraphEdge>[] Chains =
    [
        .. Enumerable.Range(0, MaximumModules + 3)
            .Select(nodes => Array.AsReadOnly(Enumerable.Range(0, Math.Max(0, nodes - 1)).Select(i => new GraphEdge(i, i + 1)).ToArray())),
    ];

    private readonly Lazy<Architecture[]> _all;

    internal TransNasMacroSpace()
        : base("macro", "TransNAS-Bench-101 networks: 4 to 6 modules of residual blocks", CreateChoices()) =>
        _all = new Lazy<Architecture[]>(
            () => [.. Enumerable.Range(MinimumModules, MaximumModules - MinimumModules + 1).SelectMany(OfLength)]);

    /// <summary>The modules of an architecture of this space, as digits: 1 plain, 2 twice the channels, 3 half the resolution, 4 both.</summary>
    public static string GetModules(Architecture architecture)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        var choices = architecture.Choices;
        return string.Create(Length(choices), choices, (code, modules) =>
        {
            for (var i = 0; i < code.Length; i++)
            {
                code[i] = (char)('1' + modules[i]);
            }
        });
    }

    /// <inheritdoc/>
    public override BigInteger Count => _all.Value.Length;

    /// <inheritdoc/>
    public override string Format(ReadOnlySpan<byte> choices)
    {
        Span<char> code = stackalloc char[MaximumModules];
        var modules = Length(choices);
        for (var i = 0; i < modules; i++)
        {
            code[i] = (char)('1' + choices[i]);
        }

        return string.Concat(Prefix, code[..modules], Suffix);
    }

    /// <inheritdoc/>
    public override IEnumerable<Architecture> Enumerate() => _all.Value;

    /// <inheritdoc/>
    public override Architecture Sample(Random random) => _all.Value[random.Next(_all.Value.Length)];

    /// <summary>
    /// A child of the length of one parent that takes each module from a parent that has it. Where the space has no such
    /// network, the draw is repeated, at last with the first parent itself.
    /// </summary>
    public override Architecture CrossOver(Architecture first, Architecture second, Random random)
    {
        RequireOwn(first);
        RequireOwn(second);
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var child = (random.Next(2) == 0 ? first : second).Choices.ToArray();
            var modules = Length(child);
            for (var i = 0; i < modules; i++)
            {
                var parent = random.Next(2) == 0 ? first : second;
                child[i] = parent.Choices[i] == Ended ? child[i] : parent.Choices[i];
            }

            if (IsValid(child))
            {
                return new Architecture(this, child);
            }
        }

        return first;
    }

    /// <summary>Every network of the space with one module changed, removed or inserted.</summary>
    public override IEnumerable<Architecture> GetNeighbors(Architecture architecture)
    {
        var code = architecture.Choices[..Length(architecture.Choices)].ToArray();
        var seen = new HashSet<Architecture> { architecture };
        foreach (var edited in Edits(code))
        {
            var choices = Pad(edited);
            if (choices is not null && IsValid(choices) && new Architecture(this, choices) is var neighbor && seen.Add(neighbor))
            {
                yield return neighbor;
            }
        }
    }

    /// <inheritdoc/>
    public override ArchitectureGraph GetGraph(Architecture architecture)
    {
        var nodes = new List<GraphNode> { new("input") };
        var (channels, resolution) = (1.0, 1.0);
        foreach (var module in architecture.Choices[..Length(architecture.Choices)])
        {
            channels *= module is 1 or 3 ? 2 : 1;
            resolution /= module is 2 or 3 ? 2 : 1;
            nodes.Add(new GraphNode(Choices[0].Options[module], channels, resolution));
        }

        nodes.Add(new GraphNode("output", channels, resolution));
        return new ArchitectureGraph(nodes, Chains[nodes.Count]);
    }

    /// <inheritdoc/>
    public override ArchitectureCost? GetCost(Architecture architecture)
    {
        var cost = new TransNasNetworkCost();
        foreach (var module in architecture.Choices[..Length(architecture.Choices)])
        {
            cost.AddResidualModule((char)('1' + module));
        }

        return cost.Total();
    }

    /// <inheritdoc/>
    protected override bool IsValid(ReadOnlySpan<byte> choices)
    {
        var modules = Length(choices);
        if (choices[modules..].ContainsAnyExcept(Ended))
        {
            return false;
        }

        var (doubled, halved) = (0, 0);
        foreach (var module in choices[..modules])
        {
            doubled += module is 1 or 3 ? 1 : 0;
            halved += module is 2 or 3 ? 1 : 0;
        }

        return doubled is >= 1 and <= 3 && halved is >= 1 and <= 4;
    }

    /// <inheritdoc/>
    protected override bool TryRead(string text, byte[] choices, out int position, [NotNullWhen(false)] out string? expectation)
    {
        Array.Fill(choices, Ended);
        position = 0;
        if (!Skip(text, Prefix, ref position, out expectation))
        {
            return false;
        }

        for (var modules = 0; modules < MaximumModules; modules++, position++)
        {
            if (position >= text.Length || text[position] is < '1' or > '4')
            {
                if (modules < MinimumModules)
                {
                    expectation = "a module (1 plain, 2 doubles the channels, 3 halves the resolution, 4 both); there are 4 to 6";
                    return false;
                }

                break;
            }

            choices[modules] = (byte)(text[position] - '1');
        }

        if (!Skip(text, Suffix, ref position, out expectation))
        {
            return false;
        }

        expectation = position < text.Length ? "the end" : null;
        if (expectation is null && !IsValid(choices))
        {
            position = Prefix.Length;
            expectation = "1 to 4 modules that halve the resolution (3, 4) and 1 to 3 that double the channels (2, 4)";
        }

        return expectation is null;
    }

    private static bool Skip(string text, string expected, ref int position, [NotNullWhen(false)] out string? expectation)
    {
        for (var i = 0; i < expected.Length; i++, position++)
        {
            if (position >= text.Length || text[position] != expected[i])
            {
                expectation = $"'{expected[i..]}' (an architecture of 'macro' reads 64-<modules>-basic)";
                return false;
            }
        }

        expectation = null;
        return true;
    }

    private static int Length(ReadOnlySpan<byte> choices) => choices.IndexOf(Ended) is var end and >= 0 ? end : choices.Length;

    private static byte[]? Pad(byte[] code)
    {
        if (code.Length is < MinimumModules or > MaximumModules)
        {
            return null;
        }

        var choices = new byte[MaximumModules];
        Array.Fill(choices, Ended);
        code.CopyTo(choices, 0);
        return choices;
    }

    private static IEnumerable<byte[]> Edits(byte[] code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            for (byte module = 0; module < Ended; module++)
            {
                yield return [.. code[..i], module, .. code[(i + 1)..]];
            }
        }

        for (var i = 0; i < code.Length; i++)
        {
            yield return [.. code[..i], .. code[(i + 1)..]];
        }

        for (var i = 0; i <= code.Length; i++)
        {
            for (byte module = 0; module < Ended; module++)
            {
                yield return [.. code[..i], module, .. code[i..]];
            }
        }
    }

    private static IReadOnlyList<Choice> CreateChoices() =>
    [
        .. Enumerable.Range(1, MaximumModules).Select(i =>
            new Choice($"module {i}", i <= MinimumModules ? ["1", "2", "3", "4"] : ["1", "2", "3", "4", "ended"])),
    ];

    private IEnumerable<Architecture> OfLength(int modules)
    {
        var code = new byte[modules];
        for (var n = 0; n < 1 << (2 * modules); n++)
        {
            for (var i = 0; i < modules; i++)
            {
                code[i] = (byte)((n >> (2 * (modules - 1 - i))) & 3);
            }

            if (Pad(code) is { } choices && IsValid(choices))
            {
                yield return new Architecture(this, choices);
            }
        }
    }
}
