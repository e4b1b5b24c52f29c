using Surrogates.Evaluation;

namespace Surrogates.Tests.Evaluation;

public class CalibrationTests
{
    [Fact]
    public void Coverage_is_the_share_within_bounds_included() =>
        Assert.Equal(
            0.6, Calibration.Coverage([1, 2, 3, 4, 5], [1, 0, 3.1, double.NegativeInfinity, 6], [2, 2, 4, double.PositiveInfinity, 7]));

    [Fact]
    public void What_is_no_interval_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Calibration.Coverage([], [], []));
        Assert.Throws<ArgumentException>(() => Calibration.Coverage([1], [0, 0], [1]));
        Assert.Throws<ArgumentException>(() => Calibration.Coverage([1], [0], []));
        Assert.Throws<ArgumentException>(() => Calibration.Coverage([1], [2], [1]));
        Assert.Throws<ArgumentException>(() => Calibration.Coverage([1], [double.NaN], [1]));
    }
}
