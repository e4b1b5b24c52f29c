using Surrogates.Architectures;
using Surrogates.AutoML.Trials;

namespace Surrogates.AutoML.Tests.Experiments;

/// <summary>Evaluates by a function.</summary>
internal sealed class ScriptedRunner(Func<Architecture, double> value) : ITrialRunner
{
    public TrialResult Run(Architecture architecture, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new TrialResult(architecture, value(architecture));
    }
}
