using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;

namespace Surrogates.AutoML.Tests.Tuners;

/// <summary>What every tuner keeps to, on every kind of domain.</summary>
public class TunerContractTests
{
    [Theory]
    [MemberData(nameof(DomainUnderTest.All), MemberType = typeof(DomainUnderTest))]
    public void No_network_is_proposed_twice_and_all_are_of_the_domain(string name, string domainName)
    {
        var domain = DomainUnderTest.Named(domainName);
        var tuner = DomainUnderTest.Create(name, domainName);
        var known = new HashSet<Architecture>();
        for (var step = 0; step < 15; step++)
        {
            var proposals = tuner.Propose(1 + (step % 4));
            Assert.All(proposals, proposal => Assert.Equal(domain.Find(proposal), proposal));
            Assert.All(proposals, proposal => Assert.True(known.Add(proposal.Canonical), $"{proposal} came twice"));
            tuner.Update(DomainUnderTest.Evaluate(proposals));
        }
    }

    [Theory]
    [MemberData(nameof(DomainUnderTest.All), MemberType = typeof(DomainUnderTest))]
    public void What_was_told_from_elsewhere_is_not_proposed(string name, string domainName)
    {
        var tuner = DomainUnderTest.Create(name, domainName);

        // What another tuner of the same seed would propose first, and its neighbors.
        var elsewhere = DomainUnderTest.Create(name, domainName).Propose(2).SelectMany(first => first.Space.GetNeighbors(first).Prepend(first)).ToList();
        tuner.Update(DomainUnderTest.Evaluate(elsewhere));
        var known = elsewhere.Select(architecture => architecture.Canonical).ToHashSet();
        for (var step = 0; step < 8; step++)
        {
            var proposals = tuner.Propose(2);
            Assert.All(proposals, proposal => Assert.True(known.Add(proposal.Canonical)));
            tuner.Update(DomainUnderTest.Evaluate(proposals));
        }
    }

    [Theory]
    [MemberData(nameof(DomainUnderTest.Exhaustible), MemberType = typeof(DomainUnderTest))]
    public void A_small_domain_is_exhausted_and_then_nothing_is_left(string name, string domainName)
    {
        var domain = DomainUnderTest.Named(domainName);
        var tuner = DomainUnderTest.Create(name, domainName);
        var proposed = new List<Architecture>();
        while (tuner.Propose(7) is { Count: > 0 } proposals)
        {
            proposed.AddRange(proposals);
            tuner.Update(DomainUnderTest.Evaluate(proposals));
        }

        Assert.Equal(domain.Candidates!.Select(candidate => candidate.Text).Order(), proposed.Select(proposal => proposal.Text).Order());
        Assert.Empty(tuner.Propose(1));
    }

    [Theory]
    [MemberData(nameof(DomainUnderTest.Exhaustible), MemberType = typeof(DomainUnderTest))]
    public void More_than_there_is_gives_what_there_is(string name, string domainName)
    {
        var tuner = DomainUnderTest.Create(name, domainName);
        var all = tuner.Propose(int.MaxValue);
        Assert.Equal(DomainUnderTest.Named(domainName).Candidates!.Count, all.Distinct().Count());
        Assert.Empty(tuner.Propose(int.MaxValue));
        tuner.Update(DomainUnderTest.Evaluate(all));
        Assert.Empty(tuner.Propose(1));
    }

    [Theory]
    [MemberData(nameof(DomainUnderTest.All), MemberType = typeof(DomainUnderTest))]
    public void A_big_batch_is_full(string name, string domainName)
    {
        var tuner = DomainUnderTest.Create(name, domainName);
        tuner.Update(DomainUnderTest.Evaluate(tuner.Propose(20)));
        var left = (DomainUnderTest.Named(domainName).Candidates?.Count ?? int.MaxValue) - 20;
        Assert.Equal(Math.Clamp(left, 0, 200), tuner.Propose(200).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(DomainUnderTest.All), MemberType = typeof(DomainUnderTest))]
    public void Nothing_asked_for_is_nothing_done(string name, string domainName)
    {
        var (asked, other) = (DomainUnderTest.Create(name, domainName), DomainUnderTest.Create(name, domainName));
        for (var step = 0; step < 12; step++)
        {
            Assert.Empty(asked.Propose(0));
            asked.Update([]);
            var proposals = asked.Propose(1);
            Assert.Equal(other.Propose(1), proposals);
            asked.Update(DomainUnderTest.Evaluate(proposals));
            other.Update(DomainUnderTest.Evaluate(proposals));
        }
    }

    [Theory]
    [MemberData(nameof(DomainUnderTest.All), MemberType = typeof(DomainUnderTest))]
    public void A_batch_is_what_single_proposals_would_be(string name, string domainName)
    {
        var (batch, single) = (DomainUnderTest.Create(name, domainName), DomainUnderTest.Create(name, domainName));
        for (var step = 0; step < 6; step++)
        {
            var proposals = batch.Propose(4);
            Assert.Equal(proposals, Enumerable.Range(0, 4).SelectMany(_ => single.Propose(1)));
            var results = DomainUnderTest.Evaluate(proposals);
            batch.Update(results);
            Array.ForEach(results, result => single.Update([result]));
        }
    }

    [Theory]
    [MemberData(nameof(DomainUnderTest.All), MemberType = typeof(DomainUnderTest))]
    public void The_same_seed_and_calls_give_the_same_proposals(string name, string domainName)
    {
        var recorded = new List<(int Count, TrialResult[] Results)>();
        var original = DomainUnderTest.Create(name, domainName, seed: 5);
        Go(original, new Random(3), recorded.Add);
        var resumed = DomainUnderTest.Create(name, domainName, seed: 5);
        foreach (var (count, results) in recorded)
        {
            resumed.Propose(count);
            resumed.Update(results);
        }

        Assert.Equal(Go(original, new Random(4)), Go(resumed, new Random(4)));
    }

    [Theory]
    [MemberData(nameof(DomainUnderTest.Tuners), MemberType = typeof(DomainUnderTest))]
    public void Seeds_differ(string name) =>
        Assert.NotEqual(
            Go(DomainUnderTest.Create(name, "micro", seed: 1), new Random(1)), Go(DomainUnderTest.Create(name, "micro", seed: 2), new Random(1)));

    [Theory]
    [MemberData(nameof(DomainUnderTest.All), MemberType = typeof(DomainUnderTest))]
    public void Pending_trials_are_not_proposed_again_and_may_end_in_any_order(string name, string domainName)
    {
        var tuner = DomainUnderTest.Create(name, domainName);
        var running = new List<Architecture>();
        var proposed = new HashSet<Architecture>();
        for (var step = 0; step < 30; step++)
        {
            var proposals = tuner.Propose(2);
            Assert.All(proposals, proposal => Assert.True(proposed.Add(proposal.Canonical)));
            running.AddRange(proposals);
            if (step > 12 && running.Count > 0)
            {
                // The youngest first; the oldest never ends.
                tuner.Update(DomainUnderTest.Evaluate([running[^1]]));
                running.RemoveAt(running.Count - 1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(DomainUnderTest.All), MemberType = typeof(DomainUnderTest))]
    public void Failed_trials_never_end_a_search(string name, string domainName)
    {
        foreach (var values in new double[][] { [double.NaN], [double.NaN, 1, double.NegativeInfinity], [-1e30, 1, 2, 1e30], [7] })
        {
            var tuner = DomainUnderTest.Create(name, domainName);
            for (var trial = 0; trial < 20; trial++)
            {
                var proposals = tuner.Propose(1);
                Assert.Equal(domainName == "tiny" && trial >= 3 ? 0 : 1, proposals.Count);
                tuner.Update([.. proposals.Select(proposal => new TrialResult(proposal, values[trial % values.Length]))]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(DomainUnderTest.Tuners), MemberType = typeof(DomainUnderTest))]
    public void Told_again_is_no_harm(string name)
    {
        var tuner = DomainUnderTest.Create(name, "cell");
        for (var step = 0; step < 10; step++)
        {
            var results = DomainUnderTest.Evaluate(tuner.Propose(1));
            tuner.Update([.. results, .. results]);
            tuner.Update([.. results.Select(result => result with { Value = double.NaN })]);
        }
    }

    [Theory]
    [MemberData(nameof(DomainUnderTest.All), MemberType = typeof(DomainUnderTest))]
    public void Threads_get_different_networks(string name, string domainName)
    {
        var tuner = DomainUnderTest.Create(name, domainName);
        var proposed = new List<Architecture>();
        Parallel.For(
            0,
            30,
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            _ =>
            {
                var proposals = tuner.Propose(2);
                lock (proposed)
                {
                    proposed.AddRange(proposals);
                }

                tuner.Update(DomainUnderTest.Evaluate(proposals));
            });
        Assert.Equal(Math.Min(60, DomainUnderTest.Named(domainName).Candidates?.Count ?? 60), proposed.Count);
        Assert.Equal(proposed.Count, proposed.Select(proposal => proposal.Canonical).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(DomainUnderTest.Tuners), MemberType = typeof(DomainUnderTest))]
    public void What_cannot_be_is_refused_and_changes_nothing(string name)
    {
        var tuner = DomainUnderTest.Create(name, "cell");
        var known = tuner.Propose(1)[0];
        var foreign = DomainUnderTest.Create(name, "tiny").Propose(1)[0];
        Assert.Throws<ArgumentOutOfRangeException>(() => tuner.Propose(-1));
        Assert.Throws<ArgumentNullException>(() => tuner.Update(null!));
        Assert.Throws<ArgumentException>(() => tuner.Update([new TrialResult(known, 1), default]));
        Assert.Throws<ArgumentException>(() => tuner.Update([new TrialResult(known, 1), new TrialResult(foreign, 1)]));

        var untouched = DomainUnderTest.Create(name, "cell");
        Assert.Equal([known], untouched.Propose(1));
        Assert.Equal(Go(untouched, new Random(1)), Go(tuner, new Random(1)));
    }

    // A search with batches of several sizes whose trials end late and in another order.
    private static List<string> Go(ITuner tuner, Random random, Action<(int Count, TrialResult[] Results)>? record = null)
    {
        var proposed = new List<string>();
        var running = new List<Architecture>();
        for (var step = 0; step < 12; step++)
        {
            var count = random.Next(4);
            var proposals = tuner.Propose(count);
            proposed.AddRange(proposals.Select(proposal => proposal.Text));
            running.AddRange(proposals);
            var ended = running.Where(_ => random.Next(3) > 0).Reverse().ToList();
            running.RemoveAll(ended.Contains);
            var results = DomainUnderTest.Evaluate(ended);
            tuner.Update(results);
            record?.Invoke((count, results));
        }

        return proposed;
    }
}
