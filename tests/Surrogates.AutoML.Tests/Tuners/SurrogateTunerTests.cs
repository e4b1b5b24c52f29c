using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;
using Surrogates.Encodings;
using Surrogates.Models;

namespace Surrogates.AutoML.Tests.Tuners;

public class SurrogateTunerTests
{
    [Fact]
    public void It_finds_the_best_of_a_listed_space_far_sooner_than_random()
    {
        // 166 networks: random search needs 83.5 trials on average, and each time 45 or fewer with probability 1/50.
        var domain = DomainUnderTest.Named("cell");
        var trials = Enumerable.Range(1, 3).Max(seed => Searches.TrialsToBest(new SurrogateTuner(domain, seed), domain, limit: 45));
        Assert.InRange(trials, 1, 45);
    }

    [Fact]
    public void It_finds_far_more_than_random_in_a_space_that_no_list_holds()
    {
        var domain = DomainUnderTest.Named("sequence");
        var random = Enumerable.Range(1, 20).Max(seed => Searches.BestValue(new RandomTuner(domain, seed), 100));
        Assert.InRange(Searches.BestValue(new SurrogateTuner(domain, seed: 1), 100), random + 3, double.MaxValue);
    }

    [Fact]
    public void The_first_trials_wait_for_no_surrogate_and_are_counted_while_they_run()
    {
        var trainer = new CountingTrainer();
        var options = new SurrogateTunerOptions { Trainer = trainer, InitialTrials = 6 };
        var tuner = new SurrogateTuner(DomainUnderTest.Named("cell"), seed: 1, options);
        var first = tuner.Propose(4);
        tuner.Update(DomainUnderTest.Evaluate(first.Take(2)));
        tuner.Propose(2);
        Assert.Empty(trainer.Sizes);
        tuner.Propose(1);
        Assert.Equal([2], trainer.Sizes);
    }

    [Fact]
    public void It_is_trained_once_a_batch_and_only_when_the_results_have_grown()
    {
        var trainer = new CountingTrainer();
        var options = new SurrogateTunerOptions { Trainer = trainer, InitialTrials = 10, RefitGrowth = 0.1 };
        var tuner = new SurrogateTuner(DomainUnderTest.Named("cell"), seed: 1, options);
        tuner.Update(DomainUnderTest.Evaluate(tuner.Propose(10)));
        for (var step = 0; step < 6; step++)
        {
            tuner.Update(DomainUnderTest.Evaluate(tuner.Propose(1)));
        }

        tuner.Propose(20);
        Assert.Equal([10, 12, 14, 16], trainer.Sizes);
    }

    [Fact]
    public void It_learns_from_what_was_found_elsewhere()
    {
        var trainer = new CountingTrainer();
        var tuner = new SurrogateTuner(DomainUnderTest.Named("cell"), seed: 1, new SurrogateTunerOptions { Trainer = trainer });
        tuner.Update(DomainUnderTest.Evaluate(DomainUnderTest.Named("cell").Candidates!.Take(30)));
        tuner.Propose(1);
        Assert.Equal([30], trainer.Sizes);
    }

    [Fact]
    public void Networks_that_cannot_learn_and_equal_values_are_no_obstacle()
    {
        var space = SearchSpaces.NasBench201;
        Architecture[] disconnected = [.. space.Enumerate().Where(architecture => !space.IsConnected(architecture)).Take(12)];
        var tuner = new SurrogateTuner(SearchDomain.Of(space, space.Enumerate().Take(2000)));
        tuner.Update([.. disconnected.Select(architecture => new TrialResult(architecture, 1))]);
        for (var trial = 0; trial < 5; trial++)
        {
            tuner.Update([.. tuner.Propose(2).Select(architecture => new TrialResult(architecture, 1))]);
        }
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused()
    {
        foreach (var options in new SurrogateTunerOptions[]
        {
            new() { InitialTrials = 1 },
            new() { Exploration = -0.1 },
            new() { Exploration = double.NaN },
            new() { RefitGrowth = -0.1 },
            new() { RefitGrowth = double.NaN },
            new() { EvolvedCandidates = 0 },
            new() { InitialDesign = (InitialDesign)2 },
        })
        {
            Assert.ThrowsAny<ArgumentException>(() => new SurrogateTuner(DomainUnderTest.Named("tiny"), options: options));
        }
    }

    private sealed class CountingTrainer : ISurrogateTrainer
    {
        public string Name => "counting";

        public string Description => "counts the values that it is trained on";

        public List<int> Sizes { get; } = [];

        public ArchitectureEncoding DefaultEncodingFor(ISearchSpace space) => ArchitectureEncoding.DefaultFor(space);

        public Surrogate Fit(TrainingSet data, SurrogateOptions? options = null, CancellationToken cancellationToken = default)
        {
            Sizes.Add(data.Values.Count);
            return SurrogateTrainers.Get("extratrees").Fit(data, options, cancellationToken);
        }
    }
}
