using Surrogates.Models;

namespace Surrogates.Tests.Models;

public class UncertaintyCalibrationTests
{
    [Fact]
    public void Deviations_that_are_right_stay_and_others_are_corrected()
    {
        var random = new Random(1);
        double[] errors = [.. Enumerable.Range(0, 4000).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
        Assert.Equal(1, Fit(1), 0.05);
        Assert.Equal(4, Fit(0.25), 0.2);

        double Fit(double deviation) =>
            UncertaintyCalibration.Fit(errors.Length, 5, seed: 1, (_, test) => [.. test.Select(i => (errors[i], deviation))]);
    }

    [Fact]
    public void Every_row_is_held_out_once()
    {
        var seen = new List<int>();
        UncertaintyCalibration.Fit(23, 5, seed: 1, (training, test) =>
        {
            Assert.Empty(training.Intersect(test));
            Assert.Equal(23, training.Length + test.Length);
            seen.AddRange(test);
            return [.. test.Select(_ => (1.0, 1.0))];
        });
        Assert.Equal(Enumerable.Range(0, 23), seen.Order());
    }
}
