using Surrogates.Architectures;
using Surrogates.AutoML.Tests.Tuners;
using Surrogates.AutoML.Trials;

namespace Surrogates.AutoML.Tests.Experiments;

/// <summary>
/// Evaluates by <see cref="DomainUnderTest.Value"/>, after a trial has done what the test wants of it; counts the trials that run.
/// </summary>
/// <param name="numberOf">The number of an architecture's trial.</param>
/// <param name="during">What a trial does, by its number.</param>
internal sealed class ThreadedRunner(Func<Architecture, int> numberOf, Action<int, CancellationToken> during) : ITrialRunner
{
    private readonly Lock _lock = new();

    /// <summary>How many run now.</summary>
    public int Running { get; private set; }

    /// <summary>The most that ran at a time.</summary>
    public int MostAtATime { get; private set; }

    /// <summary>How many have begun.</summary>
    public int Begun { get; private set; }

    public TrialResult Run(Architecture architecture, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            Begun++;
            Running++;
            MostAtATime = Math.Max(MostAtATime, Running);
        }

        try
        {
            during(numberOf(architecture), cancellationToken);
            return new TrialResult(architecture, DomainUnderTest.Value(architecture));
        }
        finally
        {
            lock (_lock)
            {
                Running--;
            }
        }
    }
}
