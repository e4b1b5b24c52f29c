using System.Globalization;
using Spectre.Console;
using Surrogates.Cli.Hosting;

namespace Surrogates.Cli.Output;

/// <summary>Progress on standard error: a bar on a terminal, else now and then a line.</summary>
internal static class ProgressDisplay
{
    /// <param name="host">Where the progress is shown.</param>
    /// <param name="title">What is being done.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="work">Does it.</param>
    /// <param name="onLive">Receives the console of a bar that is being drawn, through which lines are written above it; then null.</param>
    public static T Run<T>(CliHost host, string title, int steps, Func<IProgress<int>, T> work, Action<IAnsiConsole?> onLive)
    {
        if (!host.Error.IsTerminal)
        {
            return work(new ProgressLines(host.Error.Writer, title, steps, host.Time));
        }

        var console = host.Error.CreateConsole();
        try
        {
            onLive(console);
            return console.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context => work(new Bar(context.AddTask(Markup.Escape(title), maxValue: Math.Max(steps, 1)))));
        }
        finally
        {
            onLive(null);
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }

    /// <summary>A line every so often: a log of a long run stays short, and that of a short one empty.</summary>
    internal sealed class ProgressLines(TextWriter writer, string title, int steps, TimeProvider time) : IProgress<int>
    {
        private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

        private readonly Lock _lock = new();
        private readonly long _start = time.GetTimestamp();
        private TimeSpan _next = Interval;

        public void Report(int value)
        {
            lock (_lock)
            {
                var elapsed = time.GetElapsedTime(_start);
                if (elapsed >= _next)
                {
                    _next = elapsed + Interval;
                    writer.WriteLine(
                        string.Create(CultureInfo.InvariantCulture, $"{title}: {value} of {steps} after {elapsed.TotalSeconds:F0} s"));
                }
            }
        }
    }
}
