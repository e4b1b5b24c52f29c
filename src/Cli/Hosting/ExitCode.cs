namespace Surrogates.Cli.Hosting;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>A fault of ours.</summary>
    public const int Fault = 1;

    /// <summary>What was given cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>Ctrl+C, as a shell reports it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
