using CsCheck;
using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;
using Surrogates.Models;

namespace Surrogates.AutoML.Tests.Tuners;

/// <summary>The tuner's own process over a list, which is what it uses unless told otherwise.</summary>
public class SurrogateTunerProcessTests
{
    private static readonly SearchDomain Cells = DomainUnderTest.Named("cell");

    [Fact]
    public void It_proposes_what_improves_most_by_a_plain_calculation() =>
        Gen.Select(Gen.Int[2, 40], Gen.Int[0, 6], Gen.Int[1, 1000]).Sample(
            (tried, running, seed) =>
            {
                var tuner = new SurrogateTuner(Cells, seed, new SurrogateTunerOptions { InitialTrials = 2 });
                var results = Told(tuner, tried, seed);
                var pending = tuner.Propose(running);

                // Some of those that ran end, so that rows are taken back.
                var ended = DomainUnderTest.Evaluate(pending.Where((_, i) => i % 3 == 1));
                tuner.Update(ended);
                results = [.. results, .. ended];
                pending = [.. pending.Where((_, i) => i % 3 != 1)];
                var improvements = PlainProcess.Improvements(Cells, results, pending);
                var known = results.Select(result => result.Architecture).Concat(pending).Select(architecture => architecture.Canonical).ToHashSet();
                var most = Cells.Candidates!.Select((candidate, i) => known.Contains(candidate.Canonical) ? 0 : improvements[i]).Max();
                var proposed = improvements[Cells.PlaceOf(tuner.Propose(1)[0])];
                Assert.InRange(proposed, most * 0.999, most * 1.001);
            },
            iter: 20);

    [Fact]
    public void It_knows_that_running_trials_will_tell()
    {
        // With what runs unseen, a batch would be the best of one list; most of it lies elsewhere.
        var (tuner, other) = (new SurrogateTuner(Cells), new SurrogateTuner(Cells));
        var results = Told(tuner, 30, seed: 1);
        other.Update(results);
        var batch = tuner.Propose(10);
        var list = PlainProcess.Improvements(Cells, results, []);
        var known = results.Select(result => result.Architecture.Canonical).ToHashSet();
        var best = Cells.Candidates!.Where(candidate => !known.Contains(candidate.Canonical))
            .OrderByDescending(candidate => list[Cells.PlaceOf(candidate)]).Take(10);
        Assert.NotEqual(best, batch);
        Assert.Equal(batch, other.Propose(10));
    }

    [Fact]
    public void A_kind_that_is_asked_for_is_used()
    {
        Assert.NotEqual(Proposals(null), Proposals(SurrogateTrainers.Default));
        Assert.Equal(Proposals(new EnsembleSurrogateTrainer()), Proposals(SurrogateTrainers.Default));

        static List<Architecture> Proposals(ISurrogateTrainer? trainer)
        {
            var tuner = new SurrogateTuner(Cells, seed: 1, new SurrogateTunerOptions { Trainer = trainer });
            Told(tuner, 30, seed: 1);
            return [.. tuner.Propose(5)];
        }
    }

    [Fact]
    public void Above_what_the_process_can_hold_the_default_kind_goes_on()
    {
        const int Held = 1 << 22;
        var domain = DomainUnderTest.Named("nasbench201");
        var results = DomainUnderTest.Evaluate(domain.Candidates!.Take((Held / domain.Candidates!.Count) + 1));
        Assert.Equal(Proposals(null), Proposals(new EnsembleSurrogateTrainer()));

        IReadOnlyList<Architecture> Proposals(ISurrogateTrainer? trainer)
        {
            var tuner = new SurrogateTuner(domain, seed: 1, new SurrogateTunerOptions { Trainer = trainer });
            tuner.Update(results);
            return tuner.Propose(1);
        }
    }

    [Fact]
    public void The_first_networks_stand_for_all()
    {
        var domain = DomainUnderTest.Named("table");
        Assert.InRange(Difference(InitialDesign.SpaceFilling), 0, Difference(InitialDesign.Random) / 2);

        // How far the mean of the first ten is from that of all, in features of zeros and ones.
        double Difference(InitialDesign design) => Enumerable.Range(1, 20).Average(seed =>
        {
            var first = new SurrogateTuner(domain, seed, new SurrogateTunerOptions { InitialDesign = design }).Propose(10);
            return Mean(first).Zip(Mean(domain.Candidates!), (a, b) => (a - b) * (a - b)).Sum();
        });

        static double[] Mean(IReadOnlyList<Architecture> architectures)
        {
            var counts = new double[4];
            foreach (var architecture in architectures)
            {
                foreach (var choice in architecture.Canonical.Choices)
                {
                    counts[choice] += 1.0 / architectures.Count;
                }
            }

            return counts;
        }
    }

    [Fact]
    public void First_networks_differ_by_seed_and_leave_out_what_is_known()
    {
        var firsts = Enumerable.Range(1, 5).Select(seed => new SurrogateTuner(Cells, seed).Propose(10)).ToList();
        Assert.Equal(5, firsts.Select(first => string.Join(' ', first)).Distinct().Count());
        var tuner = new SurrogateTuner(Cells, seed: 1);
        tuner.Update(DomainUnderTest.Evaluate(firsts[0].Take(4)));
        Assert.Equal(firsts[0].Skip(4).Take(6), tuner.Propose(6));
    }

    [Fact]
    public void More_first_networks_than_there_are_exhaust_the_domain()
    {
        var tuner = new SurrogateTuner(Cells, seed: 1, new SurrogateTunerOptions { InitialTrials = 1000 });
        Assert.Equal(Cells.Candidates!.Count, tuner.Propose(int.MaxValue).Select(proposal => proposal.Canonical).Distinct().Count());
    }

    [Fact]
    public void Results_of_networks_that_may_not_be_proposed_are_learned_from()
    {
        // All that is told lies outside of the domain, and still leads to its best half.
        var all = Cells.Candidates!;
        var domain = SearchDomain.Of(Cells.Space, all.Where((_, i) => i % 2 == 0));
        var tuner = new SurrogateTuner(domain);
        tuner.Update(DomainUnderTest.Evaluate(all.Where((_, i) => i % 2 == 1)));
        var median = domain.Candidates!.Select(DomainUnderTest.Value).Order().ElementAt(domain.Candidates!.Count / 2);
        Assert.InRange(tuner.Propose(10).Average(DomainUnderTest.Value), median + 1, double.MaxValue);
    }

    private static TrialResult[] Told(SurrogateTuner tuner, int count, int seed)
    {
        var random = new Random(seed);
        var results = DomainUnderTest.Evaluate(Cells.Candidates!.Where(Cells.Space.IsConnected).OrderBy(_ => random.Next()).Take(count));
        tuner.Update(results);
        return results;
    }
}
