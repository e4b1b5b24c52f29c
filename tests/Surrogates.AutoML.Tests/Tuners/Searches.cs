using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Tests.Experiments;
using Surrogates.AutoML.Tuners;

namespace Surrogates.AutoML.Tests.Tuners;

/// <summary>Whole searches for <see cref="DomainUnderTest.Value"/>.</summary>
internal static class Searches
{
    /// <summary>The best value that a tuner finds.</summary>
    public static double BestValue(ITuner tuner, int trials) => Run(tuner, trials).Best!.Value.Value;

    /// <summary>
    /// How many trials a tuner needs to find the best network of a domain that is a list; one more than the limit where it does not.
    /// </summary>
    public static int TrialsToBest(ITuner tuner, SearchDomain domain, int limit)
    {
        var best = domain.Candidates!.Max(DomainUnderTest.Value);
        return Run(tuner, limit).Trials.TakeWhile(trial => trial.Value < best).Count() + 1;
    }

    private static ExperimentResult Run(ITuner tuner, int trials) =>
        new Experiment(tuner, new ScriptedRunner(DomainUnderTest.Value))
            .Run(trials, cancellationToken: TestContext.Current.CancellationToken);
}
