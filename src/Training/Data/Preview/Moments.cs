using System.Collections.Immutable;

namespace Surrogates.Training.Data.Preview;

/// <summary>Mean, standard deviation and range of numbers that are seen one after the other (Welford's recurrence).</summary>
internal sealed class Moments
{
    private long _count;
    private double _mean;
    private double _squares;
    private double _least = double.PositiveInfinity;
    private double _largest = double.NegativeInfinity;

    public void Add(double value)
    {
        _count++;
        var distance = value - _mean;
        _mean += distance / _count;
        _squares += distance * (value - _mean);
        _least = Math.Min(_least, value);
        _largest = Math.Max(_largest, value);
    }

    public ImmutableArray<double> ToRow() => [_mean, Math.Sqrt(_squares / _count), _least, _largest];
}
