namespace Surrogates.Cli.Output;

/// <summary>Turns the share that is done into steps of a display.</summary>
internal sealed class ShareProgress(IProgress<int> steps, int total) : IProgress<double>
{
    public void Report(double value) => steps.Report((int)Math.Round(value * total));
}
