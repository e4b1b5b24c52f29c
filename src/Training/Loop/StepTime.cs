using System.Diagnostics;
using System.Runtime.InteropServices;
using Surrogates.Evaluation;

namespace Surrogates.Training.Loop;

/// <summary>
/// The time of a step, after three to warm up. On CUDA only the first steps are timed, for each timing waits for the device.
/// </summary>
internal sealed class StepTime(ComputePlacement placement)
{
    private const int WarmUp = 3;
    private const int TimedOnCuda = 50;
    private const int MostKept = 10_000;

    private readonly List<double> _milliseconds = [];
    private int _steps;

    /// <summary>The median in milliseconds; NaN where no step was timed.</summary>
    public double MedianMilliseconds =>
        _milliseconds.Count == 0 ? double.NaN : SampleStatistics.Median(CollectionsMarshal.AsSpan(_milliseconds));

    /// <summary>Times what is done until the result is disposed of.</summary>
    public IDisposable? Measure()
    {
        var step = _steps++;
        return step >= WarmUp && _milliseconds.Count < (placement.IsCuda ? TimedOnCuda : MostKept) ? new Timing(this, placement) : null;
    }

    private sealed class Timing : IDisposable
    {
        private readonly StepTime _owner;
        private readonly ComputePlacement _placement;
        private readonly long _start;

        public Timing(StepTime owner, ComputePlacement placement)
        {
            (_owner, _placement) = (owner, placement);
            placement.Synchronize();
            _start = Stopwatch.GetTimestamp();
        }

        public void Dispose()
        {
            _placement.Synchronize();
            _owner._milliseconds.Add(Stopwatch.GetElapsedTime(_start).TotalMilliseconds);
        }
    }
}
