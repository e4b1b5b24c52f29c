namespace Surrogates.Cli.Hosting;

/// <summary>All that a command touches outside of itself, so that a test can run the real commands and see what they do.</summary>
/// <param name="Output">Takes results.</param>
/// <param name="Error">Takes progress, notes and errors.</param>
/// <param name="Cancellation">Is cancelled by Ctrl+C.</param>
internal sealed record CliHost(OutputChannel Output, OutputChannel Error, CancellationToken Cancellation) : IDisposable
{
    /// <summary>Tells time to progress reports.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether the details of a fault go to standard error instead of a file.</summary>
    public bool TracesFaults { get; init; }

    public void Dispose()
    {
        try
        {
            Output.Writer.Flush();
        }
        catch (IOException)
        {
            // The reader has gone, and with it whom to tell.
        }
    }
}
