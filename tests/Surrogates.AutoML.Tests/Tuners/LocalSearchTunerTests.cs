using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;

namespace Surrogates.AutoML.Tests.Tuners;

public class LocalSearchTunerTests
{
    private static readonly ISearchSpace Space = SearchSpaces.FromJson(
        """{"name":"ridge","sequence":[{"name":"x","repeat":4,"options":["0","1","2","3"]}]}""");

    private static readonly SearchDomain Domain = SearchDomain.Of(Space);

    [Fact]
    public void It_climbs_from_the_best_start_by_single_edits()
    {
        var tuner = new LocalSearchTuner(Domain, seed: 1, initialTrials: 3);
        var results = Evaluate(tuner.Propose(3));
        tuner.Update(results);
        var current = results.MaxBy(result => result.Value);
        while (Sum(current.Architecture) < 12)
        {
            var proposal = Assert.Single(tuner.Propose(1));
            Assert.Contains(proposal, Space.GetNeighbors(current.Architecture));
            var result = Evaluate([proposal])[0];
            tuner.Update([result]);
            current = result.Value > current.Value ? result : current;
        }
    }

    [Fact]
    public void At_an_optimum_it_begins_anew_from_random_networks()
    {
        var tuner = AtOptimum(Domain);
        var start = Evaluate(tuner.Propose(3));
        tuner.Update(start);
        Assert.Contains(tuner.Propose(1)[0], Space.GetNeighbors(start.MaxBy(result => result.Value).Architecture));
    }

    [Fact]
    public void At_an_optimum_it_begins_anew_although_something_always_runs()
    {
        var tuner = AtOptimum(DomainUnderTest.Named("sequence"));
        var running = new Queue<Architecture>(tuner.Propose(4));
        var proposed = running.ToList();
        var climbs = 0;
        for (var trial = 0; trial < 20; trial++)
        {
            tuner.Update(Evaluate([running.Dequeue()]));
            var proposal = tuner.Propose(1)[0];

            // Random networks of so large a space are no neighbors.
            climbs += proposal.Space.GetNeighbors(proposal).Any(proposed.Contains) ? 1 : 0;
            proposed.Add(proposal);
            running.Enqueue(proposal);
        }

        Assert.InRange(climbs, 5, 20);
    }

    [Fact]
    public void While_neighbors_run_it_draws_instead_of_waiting()
    {
        var tuner = new LocalSearchTuner(Domain, seed: 1, initialTrials: 1);
        tuner.Update(Evaluate(tuner.Propose(1)));
        Assert.Equal(60, tuner.Propose(60).Distinct().Count());
    }

    [Fact]
    public void A_late_result_that_is_better_is_where_the_search_goes_on()
    {
        var tuner = new LocalSearchTuner(Domain, seed: 1, initialTrials: 2);
        var first = tuner.Propose(2);
        tuner.Update([new TrialResult(first[0], 1)]);
        Assert.Contains(tuner.Propose(1)[0], Space.GetNeighbors(first[0]));
        tuner.Update([new TrialResult(first[1], 2)]);
        Assert.Contains(tuner.Propose(1)[0], Space.GetNeighbors(first[1]));
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalSearchTuner(Domain, initialTrials: 0));

    // A search that knows the best network and all its neighbors.
    private static LocalSearchTuner AtOptimum(SearchDomain domain)
    {
        var best = domain.Space.Create([.. Enumerable.Repeat((byte)3, domain.Space.Choices.Count)]);
        var tuner = new LocalSearchTuner(domain, seed: 1, initialTrials: 3);
        tuner.Update(Evaluate(tuner.Propose(3)));
        tuner.Update(Evaluate(domain.Space.GetNeighbors(best).Prepend(best)));
        return tuner;
    }

    private static TrialResult[] Evaluate(IEnumerable<Architecture> architectures) =>
        [.. architectures.Select(architecture => new TrialResult(architecture, Sum(architecture)))];

    private static int Sum(Architecture architecture) => architecture.Choices.ToArray().Sum(option => option);
}
