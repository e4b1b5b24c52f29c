using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;
using Surrogates.Benchmarks;
using Surrogates.Trees;

namespace Surrogates.AutoML.Tests.Tuners;

/// <summary>The domains that the contract suite runs over, one line each.</summary>
internal static class DomainUnderTest
{
    /// <summary>4²¹ architectures: more than 10¹², which no list holds.</summary>
    public static readonly ISearchSpace Sequence = SearchSpaces.FromJson(
        """{"name":"sequence","sequence":[{"name":"b","repeat":21,"options":["skip","k3e3","k3e6","k5e6"]}]}""");

    /// <summary>A cell where many texts are the same network.</summary>
    public static readonly ISearchSpace Cell = SearchSpaces.FromJson(
        """{"name":"cell","cell":{"nodes":4,"operations":["zero","skip","conv"],"none":"zero","identity":"skip"}}""");

    private const string Process = "process";

    private static readonly Dictionary<string, Lazy<SearchDomain>> ByName = new()
    {
        ["micro"] = new(() => SearchDomain.Of(SearchSpaces.Micro)),
        ["macro"] = new(() => SearchDomain.Of(SearchSpaces.Macro)),
        ["nasbench201"] = new(() => SearchDomain.Of(SearchSpaces.NasBench201)),
        ["cell"] = new(() => SearchDomain.Of(Cell)),
        ["table"] = new(() => SearchDomain.Of(PartialTable(), "measured", SearchSpaces.Micro)),
        ["sequence"] = new(() => SearchDomain.Of(Sequence)),
        ["tiny"] = new(() => SearchDomain.Of(SearchSpaces.FromJson("""{"name":"tiny","sequence":[{"options":["a","b","c"]}]}"""))),
    };

    /// <summary>Every tuner on every domain.</summary>
    public static MatrixTheoryData<string, string> All => new(TunerNames, ByName.Keys);

    /// <summary>Every tuner on the domains that are small enough to exhaust.</summary>
    public static MatrixTheoryData<string, string> Exhaustible => new(TunerNames, ["cell", "table", "tiny"]);

    /// <summary>Every tuner.</summary>
    public static TheoryData<string> Tuners => [.. TunerNames];

    // The surrogate tuner both with its own process and with a kind of surrogate.
    private static IEnumerable<string> TunerNames => [.. TunerCatalog.All.Select(tuner => tuner.Name), Process];

    public static SearchDomain Named(string name) => ByName[name].Value;

    /// <summary>A tuner as the catalog makes it, but for a surrogate that is cheap to train: a contract does not ask for quality.</summary>
    public static ITuner Create(string tuner, string domain, int seed = 1)
    {
        var hasProcess = tuner == Process && Named(domain).Candidates is not null;
        return TunerCatalog.Create(
            tuner == Process ? "surrogate" : tuner,
            Named(domain),
            seed,
            new SurrogateTunerOptions
            {
                Trainer = hasProcess ? null : new ExtraTreesSurrogateTrainer(new ExtraTreesOptions { NumberOfTrees = 5 }),
                InitialTrials = 5,
                EvolvedCandidates = 100,
            });
    }

    /// <summary>What an architecture is worth here: a sum over its choices, the same for equal networks.</summary>
    public static double Value(Architecture architecture)
    {
        var value = 0.0;
        var choices = architecture.Canonical.Choices;
        for (var i = 0; i < choices.Length; i++)
        {
            value += Math.Cos((1.7 * choices[i]) + i) * (1 + (i % 3));
        }

        return value;
    }

    /// <summary>The results of some architectures.</summary>
    public static TrialResult[] Evaluate(IEnumerable<Architecture> architectures) =>
        [.. architectures.Select(architecture => new TrialResult(architecture, Value(architecture)))];

    /// <summary>Some rows of the micro space, every third of which was not measured.</summary>
    public static BenchmarkTable PartialTable()
    {
        Architecture[] rows = [.. SearchSpaces.Micro.Enumerate().Where((_, i) => i % 23 == 0)];
        return new BenchmarkTable(
            "partial",
            [.. rows.Select(row => row.Text)],
            ["measured"],
            [[.. rows.Select((row, i) => i % 3 == 0 ? double.NaN : Value(row))]]);
    }
}
