using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;

namespace Surrogates.AutoML.Tests.Experiments;

/// <summary>Passes everything on to a tuner, notes it, and refuses to be called from more than one thread.</summary>
internal sealed class RecordingTuner(ITuner tuner) : ITuner
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly Lock _lock = new();
    private readonly List<Architecture> _proposed = [];

    public string Name => tuner.Name;

    /// <summary>The calls in order: <c>ask 0</c> where number 0 was proposed, <c>tell 0</c> where its result came back.</summary>
    public List<string> Calls { get; } = [];

    public IReadOnlyList<Architecture> Propose(int count)
    {
        Assert.Equal(_thread, Environment.CurrentManagedThreadId);
        var proposed = tuner.Propose(count);
        lock (_lock)
        {
            foreach (var architecture in proposed)
            {
                Calls.Add($"ask {_proposed.Count}");
                _proposed.Add(architecture);
            }
        }

        return proposed;
    }

    public void Update(IReadOnlyList<TrialResult> results)
    {
        Assert.Equal(_thread, Environment.CurrentManagedThreadId);
        Calls.AddRange(results.Select(result => $"tell {NumberOf(result.Architecture)}"));
        tuner.Update(results);
    }

    /// <summary>As which proposal, counted from 0, an architecture came; for trials, which run on threads of their own.</summary>
    public int NumberOf(Architecture architecture)
    {
        lock (_lock)
        {
            return _proposed.IndexOf(architecture);
        }
    }
}
