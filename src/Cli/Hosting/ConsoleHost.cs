using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Surrogates.Cli.Hosting;

/// <summary>The host of the real program.</summary>
internal static class ConsoleHost
{
    public static CliHost Open(CancellationToken cancellation)
    {
        var usesColor = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var output = Console.IsOutputRedirected
            ? new OutputChannel(OpenRedirectedOutput())
            : new OutputChannel(Console.Out, IsTerminal: true, usesColor);
        var error = new OutputChannel(Console.Error, !Console.IsErrorRedirected, usesColor && !Console.IsErrorRedirected);
        return new CliHost(output, error, cancellation)
        {
            TracesFaults = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SURROGATE_TRACE")),
        };
    }

    private static StreamWriter OpenRedirectedOutput() =>
        new(OpenPipe() ?? Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);

    // The console's own stream keeps quiet when the reader of a pipe has gone, and a listing would run on to its end unread. A file is
    // left to the console's stream, for it writes where the handle stands, which standard error may share.
    private static FileStream? OpenPipe()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? null : stream;
    }
}
