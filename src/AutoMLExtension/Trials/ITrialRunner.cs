using Surrogates.Architectures;

namespace Surrogates.AutoML.Trials;

/// <summary>Evaluates an architecture: looks it up in a table, trains it, or whatever else gives it a value.</summary>
public interface ITrialRunner
{
    /// <summary>Runs a trial.</summary>
    /// <returns>The result; its value is NaN where the architecture could not be evaluated.</returns>
    TrialResult Run(Architecture architecture, CancellationToken cancellationToken = default);
}
