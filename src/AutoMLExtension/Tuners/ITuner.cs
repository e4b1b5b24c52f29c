using Surrogates.Architectures;
using Surrogates.AutoML.Trials;

namespace Surrogates.AutoML.Tuners;

/// <summary>
/// Proposes what to try next: ask with <see cref="Propose"/>, evaluate in any way and order, tell with <see cref="Update"/>.
/// Thread-safe. What it proposes is a function of its seed and of the calls so far, so a search resumes by repeating them.
/// </summary>
/// <example>
/// <code>
/// ITuner tuner = TunerCatalog.Create("surrogate", SearchDomain.Of(SearchSpaces.Micro), seed: 1);
/// for (var trial = 0; trial &lt; 100; trial++)
/// {
///     var architecture = tuner.Propose(1)[0];
///     tuner.Update([new TrialResult(architecture, Train(architecture))]);
/// }
/// </code>
/// </example>
public interface ITuner
{
    /// <summary>The name by which the tuner is asked for.</summary>
    string Name { get; }

    /// <summary>
    /// Proposes architectures, each a network that was neither proposed nor told of before. Those that are still running are taken
    /// into account.
    /// </summary>
    /// <returns>As many as asked for, or fewer where no more are left.</returns>
    IReadOnlyList<Architecture> Propose(int count);

    /// <summary>Tells what trials found, also such that the tuner did not propose.</summary>
    /// <exception cref="ArgumentException">An architecture is missing or of another space; nothing was learned.</exception>
    void Update(IReadOnlyList<TrialResult> results);
}
