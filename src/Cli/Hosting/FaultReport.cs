using System.Reflection;
using System.Runtime.InteropServices;

namespace Surrogates.Cli.Hosting;

/// <summary>Tells of a fault of ours in one line, and keeps the details where they can be sent from.</summary>
internal static class FaultReport
{
    public static string Version { get; } =
        typeof(FaultReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static void Write(Exception exception, IReadOnlyList<string> arguments, CliHost host)
    {
        var error = host.Error.Writer;
        var summary = $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";
        if (host.TracesFaults)
        {
            error.WriteLine($"{SurrogateCommandLine.Name}: fault: {summary}");
            error.WriteLine(exception);
        }
        else if (Save(exception, arguments) is { } path)
        {
            error.WriteLine($"{SurrogateCommandLine.Name}: fault: {summary} (a bug; please open an issue and attach {path})");
        }
        else
        {
            error.WriteLine($"{SurrogateCommandLine.Name}: fault: {summary} (a bug; run it again with SURROGATE_TRACE=1 and send the output)");
        }
    }

    private static string? Save(Exception exception, IReadOnlyList<string> arguments)
    {
        try
        {
            var path = Path.Combine(Path.GetTempPath(), $"surrogate-fault-{Guid.NewGuid():N}.log");
            File.WriteAllText(
                path,
                $"""
                surrogate {Version} on {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}
                {string.Join(' ', arguments)}
                {exception}
                """);
            return path;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
