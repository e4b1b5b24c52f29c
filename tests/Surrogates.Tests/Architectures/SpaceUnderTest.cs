using System.Numerics;
using Surrogates.Architectures;

namespace Surrogates.Tests.Architectures;

/// <summary>The spaces that the contract suite runs over, one line each.</summary>
internal sealed record SpaceUnderTest(ISearchSpace Space, BigInteger Count, Func<Architecture, Architecture, int> EditDistance)
{
    private static readonly Dictionary<string, SpaceUnderTest> ByName = new()
    {
        ["micro"] = new(SearchSpaces.Micro, 4_096, ChangedChoices),
        ["macro"] = new(SearchSpaces.Macro, 3_256, ChangedCharacters),
        ["nasbench201"] = new(SearchSpaces.NasBench201, 15_625, ChangedChoices),
        ["cell with none and identity"] = User(
            """{"name":"a","cell":{"nodes":5,"operations":["conv","conv3","zero","skip"],"none":"zero","identity":"skip"}}""", 1_048_576),
        ["cell with none"] = User("""{"name":"b","cell":{"nodes":4,"operations":["zero","a","b"],"none":"zero"}}""", 729),
        ["cell with identity"] = User("""{"name":"c","cell":{"nodes":4,"operations":["a","skip","b"],"identity":"skip"}}""", 729),
        ["cell without either"] = User("""{"name":"d","cell":{"nodes":3,"operations":["a","b"]}}""", 8),
        ["cell of two nodes"] = User("""{"name":"e","cell":{"nodes":2,"operations":["a"]}}""", 1),
        ["sequence"] = User(
            """{"name":"f","separator":"--","sequence":[{"name":"stem","options":[16,"-24",32]},{"options":["k3-e6","k5"],"repeat":3}]}""",
            24),
        ["over 10^12"] = User(
            """{"name":"g","sequence":[{"name":"b","repeat":30,"options":[{"name":"skip","flops":2},{"name":"k3","parameters":10},"k5"]}]}""",
            BigInteger.Pow(3, 30)),
        ["the largest cell"] = User(
            """{"name":"h","cell":{"nodes":12,"operations":["zero","skip","conv"],"none":"zero","identity":"skip"}}""",
            BigInteger.Pow(3, 66)),
    };

    /// <summary>The names of the spaces.</summary>
    public static TheoryData<string> All => [.. ByName.Keys];

    /// <summary>The names of the spaces that are small enough to enumerate.</summary>
    public static TheoryData<string> Small => [.. ByName.Where(pair => pair.Value.Count <= 20_000).Select(pair => pair.Key)];

    /// <summary>The names of the spaces of cells.</summary>
    public static TheoryData<string> Cells =>
        [.. ByName.Where(pair => pair.Value.Space is Surrogates.Architectures.Cells.CellSearchSpace).Select(pair => pair.Key)];

    public static SpaceUnderTest Named(string name) => ByName[name];

    /// <summary>All architectures of a small space, a few hundred random ones of a large one.</summary>
    public IEnumerable<Architecture> Some()
    {
        var random = new Random(1);
        return Count <= 20_000 ? Space.Enumerate() : Enumerable.Range(0, 300).Select(_ => Space.Sample(random));
    }

    private static SpaceUnderTest User(string json, BigInteger count) => new(SearchSpaces.FromJson(json), count, ChangedChoices);

    private static int ChangedChoices(Architecture left, Architecture right)
    {
        var changed = 0;
        for (var i = 0; i < left.Choices.Length; i++)
        {
            changed += left.Choices[i] != right.Choices[i] ? 1 : 0;
        }

        return changed;
    }

    // Levenshtein's distance: a network may be one module longer.
    private static int ChangedCharacters(Architecture left, Architecture right)
    {
        var distance = Enumerable.Range(0, right.Text.Length + 1).ToArray();
        for (var i = 1; i <= left.Text.Length; i++)
        {
            var diagonal = distance[0];
            distance[0] = i;
            for (var j = 1; j <= right.Text.Length; j++)
            {
                var substituted = diagonal + (left.Text[i - 1] == right.Text[j - 1] ? 0 : 1);
                diagonal = distance[j];
                distance[j] = Math.Min(substituted, Math.Min(distance[j], distance[j - 1]) + 1);
            }
        }

        return distance[^1];
    }
}
