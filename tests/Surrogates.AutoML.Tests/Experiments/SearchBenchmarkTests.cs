using Surrogates.Architectures;
using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Tests.Tuners;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;
using Surrogates.Benchmarks;
using Surrogates.Tests;

namespace Surrogates.AutoML.Tests.Experiments;

public class SearchBenchmarkTests
{
    private static readonly ISearchSpace Space = SearchSpaces.FromJson(
        """{"name":"five","sequence":[{"options":["a","b","c","d","e"]}]}""");

    // In task "t": b is best, a and d share the second place, c is last, e was not measured.
    private static readonly BenchmarkTable Table = new(
        "five", ["a", "b", "c", "d", "e"], ["t", "constant"], [[3, 5, 1, 3, double.NaN], [2, 2, 2, 2, 2]]);

    private static readonly (string Name, Func<SearchDomain, int, ITuner> Create)[] Random = [("random", TunerCatalog.Get("random"))];

    [Fact]
    public void Rank_and_regret_are_those_of_the_best_that_was_looked_up()
    {
        // The seeds 1, 2 and 3 look up d; c and a; c: places 2, 2 and 4 of values with a deviation of √(8/3).
        (string, Func<SearchDomain, int, ITuner>)[] scripted =
        [
            ("scripted", (_, seed) => new ScriptedTuner(seed switch { 1 => ["d"], 2 => ["c", "a"], _ => ["c"] })),
        ];
        var result = Assert.Single(Run(Table, ["t"], scripted, new SearchBenchmarkOptions { Trials = 2, Repeats = 3 }));
        var unit = Math.Sqrt(8.0 / 3);
        Assert.Equal(("t", "scripted", 2, 3), (result.Task, result.Tuner, result.Trials, result.Repeats));
        Assert.Equal((2 + 2 + 4) / 3.0, result.Rank.Mean, 12);
        Assert.Equal(Math.Sqrt(4.0 / 3), result.Rank.Std, 12);
        Assert.Equal(4, result.WorstRank);
        Assert.Equal((2 + 2 + 4) / 3.0 / unit, result.Regret.Mean, 12);
        Assert.Equal(("d", 3), (result.Best.Text, result.BestValue));
    }

    [Fact]
    public void The_whole_table_holds_the_best()
    {
        var result = Assert.Single(Run(Table, ["t"], Random, new SearchBenchmarkOptions { Trials = 10, Repeats = 4 }));
        Assert.Equal((1, 1, 0), (result.Rank.Mean, result.WorstRank, result.Regret.Mean));
        Assert.Equal(("b", 5), (result.Best.Text, result.BestValue));
    }

    [Fact]
    public void Where_all_values_are_equal_each_is_best()
    {
        var result = Assert.Single(Run(Table, ["constant"], Random, new SearchBenchmarkOptions { Trials = 1, Repeats = 2 }));
        Assert.Equal((1, 0), (result.WorstRank, result.Regret.Mean));
    }

    [Fact]
    public void Results_do_not_depend_on_how_many_searches_run_at_a_time()
    {
        var table = DomainUnderTest.PartialTable();
        (string, Func<SearchDomain, int, ITuner>)[] tuners =
        [
            .. TunerCatalog.All.Select(tuner => (tuner.Name, TunerCatalog.Get(tuner.Name))),
        ];
        var runs = new[] { 1, 2 }.Select(parallelism => Run(
            table,
            ["measured"],
            tuners,
            new SearchBenchmarkOptions { Trials = 15, Repeats = 3, ParallelTrials = 2, Parallelism = parallelism },
            SearchSpaces.Micro)).ToList();
        Assert.Equal(
            runs[0].Select(result => result with { TunerMillisecondsPerTrial = 0 }),
            runs[1].Select(result => result with { TunerMillisecondsPerTrial = 0 }));
        Assert.Equal(TunerCatalog.All.Select(tuner => tuner.Name), runs[0].Select(result => result.Tuner));
    }

    [Theory]
    [InlineData(1, "ask 0, tell 0, ask 1, tell 1, ask 2, tell 2, ask 3, tell 3")]
    [InlineData(3, "ask 0, ask 1, ask 2, tell 0, ask 3, tell 1, tell 2, tell 3")]
    public void Trials_side_by_side_are_those_of_an_experiment(int parallelTrials, string calls)
    {
        RecordingTuner? recording = null;
        Run(
            Table,
            ["t"],
            [("recorded", (domain, seed) => recording = new RecordingTuner(new RandomTuner(domain, seed)))],
            new SearchBenchmarkOptions { Trials = 4, Repeats = 1, ParallelTrials = parallelTrials });
        Assert.Equal(calls, string.Join(", ", recording!.Calls));
    }

    [Fact]
    public void Seeds_follow_each_other()
    {
        var seeds = new List<int>();
        Run(
            Table,
            ["t", "constant"],
            [("seeds", (domain, seed) =>
            {
                seeds.Add(seed);
                return new RandomTuner(domain, seed);
            })],
            new SearchBenchmarkOptions { Trials = 1, Repeats = 3, Seed = 7, Parallelism = 1 });
        Assert.Equal([7, 7, 8, 8, 9, 9], seeds.Order());
    }

    [Fact]
    public void Progress_reaches_the_end_and_cancellation_stops_it()
    {
        var shares = new List<double>();
        Run(Table, ["t"], Random, new SearchBenchmarkOptions { Repeats = 5 }, progress: new Receiver<double>(shares.Add));
        Assert.Equal(5, shares.Count);
        Assert.Equal(1, shares.Max());

        using var cancellation = new CancellationTokenSource();
        var (token, cancel) = (cancellation.Token, new Receiver<double>(_ => cancellation.Cancel()));
        var options = new SearchBenchmarkOptions { Repeats = 50 };
        Assert.Throws<OperationCanceledException>(() => new SearchBenchmark(Table, Space).Run(["t"], Random, options, cancel, token));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<InputException>(() => Run(Table, ["other"], Random));
        Assert.Throws<ArchitectureFormatException>(() => Run(Table, ["t"], Random, space: SearchSpaces.Micro));
        Assert.Throws<ArgumentNullException>(() => Run(Table, null!, Random));
        Assert.Throws<ArgumentNullException>(() => Run(Table, ["t"], null!));
        foreach (var options in new SearchBenchmarkOptions[]
        {
            new() { Trials = 0 }, new() { Repeats = 0 }, new() { ParallelTrials = 0 }, new() { Parallelism = 0 },
        })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Run(Table, ["t"], Random, options));
        }
    }

    [Fact]
    public void A_tuner_that_finds_nothing_is_named()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Run(Table, ["t"], [("idle", (_, _) => new ScriptedTuner([]))]));
        Assert.Contains("'idle'", exception.Message);
    }

    [Fact]
    public void On_real_results_the_surrogate_finds_far_better_than_random()
    {
        var path = SharedData.TransNasBench101("micro.csv");
        var table = BenchmarkTable.Load(path, cancellationToken: TestContext.Current.CancellationToken);

        // Over all tasks, as searches are compared: on one task the rank of a few searches says little. Random ones cost nothing.
        Assert.InRange(MeanRank("surrogate", repeats: 2), 1, MeanRank("random", repeats: 40) / 2);

        double MeanRank(string tuner, int repeats) => Run(
            table,
            table.Tasks,
            [(tuner, TunerCatalog.Get(tuner))],
            new SearchBenchmarkOptions { Trials = 50, Repeats = repeats },
            SearchSpaces.Micro).Average(result => result.Rank.Mean);
    }

    private static IReadOnlyList<SearchResult> Run(
        BenchmarkTable table,
        IReadOnlyList<string> tasks,
        IReadOnlyList<(string Name, Func<SearchDomain, int, ITuner> Create)> tuners,
        SearchBenchmarkOptions? options = null,
        ISearchSpace? space = null,
        IProgress<double>? progress = null) =>
        new SearchBenchmark(table, space ?? Space).Run(tasks, tuners, options, progress, TestContext.Current.CancellationToken);

    private sealed class ScriptedTuner(string[] texts) : ITuner
    {
        private readonly Queue<string> _texts = new(texts);

        public string Name => "scripted";

        public IReadOnlyList<Architecture> Propose(int count) => _texts.TryDequeue(out var text) ? [Space.Parse(text)] : [];

        public void Update(IReadOnlyList<TrialResult> results)
        {
        }
    }
}
