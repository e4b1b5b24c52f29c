using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;

namespace Surrogates.AutoML.Tests.Tuners;

public class EvolutionTunerTests
{
    private static readonly ISearchSpace Space = DomainUnderTest.Sequence;

    [Fact]
    public void The_best_is_mutated_until_it_is_forgotten_of_age()
    {
        var best = Uniform(0);
        var tuner = Create(populationSize: 3, sampleSize: 50);
        tuner.Update([new TrialResult(best, 100), new TrialResult(Uniform(1), 1), new TrialResult(Uniform(2), 2)]);
        Assert.All(tuner.Propose(5), child => Assert.Equal(1, Distance(best, child)));

        // The population holds three: the next result pushes the oldest out, although it is the best.
        tuner.Update([new TrialResult(Uniform(3), 0)]);
        Assert.All(tuner.Propose(5), child => Assert.Equal(1, Distance(Uniform(2), child)));
    }

    [Fact]
    public void Failed_trials_are_no_parents_and_push_none_out()
    {
        var tuner = Create(populationSize: 2, sampleSize: 50);
        tuner.Update([new TrialResult(Uniform(0), 1), new TrialResult(Uniform(1), 0)]);
        tuner.Update([new TrialResult(Uniform(2), double.NaN), new TrialResult(Uniform(3), double.NaN)]);
        Assert.All(tuner.Propose(5), child => Assert.Equal(1, Distance(Uniform(0), child)));
    }

    [Fact]
    public void The_first_generation_is_random_while_it_runs()
    {
        var tuner = Create(populationSize: 6, sampleSize: 50);
        tuner.Update([new TrialResult(Uniform(0), 1)]);
        Assert.All(tuner.Propose(5), proposal => Assert.InRange(Distance(Uniform(0), proposal), 5, 21));
        Assert.Equal(1, Distance(Uniform(0), tuner.Propose(1)[0]));
    }

    [Fact]
    public void Where_every_mutation_is_known_it_walks_on_to_what_is_new()
    {
        var tuner = Create(populationSize: 1, sampleSize: 1);
        var parent = Uniform(0);
        tuner.Update([.. Space.GetNeighbors(parent).Append(parent).Select(architecture => new TrialResult(architecture, 1))]);
        Assert.All(tuner.Propose(20), child => Assert.InRange(Distance(parent, child), 2, 10));
    }

    [Fact]
    public void It_finds_more_than_random()
    {
        var domain = DomainUnderTest.Named("sequence");
        var random = Enumerable.Range(1, 20).Max(seed => Searches.BestValue(new RandomTuner(domain, seed), 200));
        var evolved = Enumerable.Range(1, 5).Average(seed => Searches.BestValue(new EvolutionTuner(domain, seed), 200));
        Assert.InRange(evolved, random + 2, double.MaxValue);
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Create(populationSize: 0, sampleSize: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Create(populationSize: 1, sampleSize: 0));
    }

    private static EvolutionTuner Create(int populationSize, int sampleSize) =>
        new(SearchDomain.Of(Space), seed: 1, new EvolutionOptions { PopulationSize = populationSize, SampleSize = sampleSize });

    private static Architecture Uniform(byte option) => Space.Create([.. Enumerable.Repeat(option, Space.Choices.Count)]);

    private static int Distance(Architecture left, Architecture right)
    {
        var distance = 0;
        for (var i = 0; i < left.Choices.Length; i++)
        {
            distance += left.Choices[i] == right.Choices[i] ? 0 : 1;
        }

        return distance;
    }
}
