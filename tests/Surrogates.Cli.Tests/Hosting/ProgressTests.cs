using Surrogates.Cli.Output;

namespace Surrogates.Cli.Tests.Hosting;

public sealed class ProgressTests
{
    [Fact]
    public void Redirected_progress_is_a_line_every_ten_seconds()
    {
        using var log = new StringWriter { NewLine = "\n" };
        var time = new SteppedTime();
        var progress = new ProgressDisplay.ProgressLines(log, "fit", 100, time);
        for (var step = 1; step <= 100; step++)
        {
            time.Advance(TimeSpan.FromSeconds(0.25));
            progress.Report(step);
        }

        Assert.Equal("fit: 40 of 100 after 10 s\nfit: 80 of 100 after 20 s\n", log.ToString());
    }

    private sealed class SteppedTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
