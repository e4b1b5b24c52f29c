using Surrogates.Training.Loop;

namespace Surrogates.Training.Tests.Loop;

public sealed class CosineScheduleTests
{
    // By hand: a fifth a step up to .1, then .05 · (1 + cos(π · (step − 5) ÷ 20)).
    [Theory]
    [InlineData(0, .02)]
    [InlineData(3, .08)]
    [InlineData(4, .1)]
    [InlineData(5, .1)]
    [InlineData(10, .0853553391)]
    [InlineData(15, .05)]
    [InlineData(24, .0006155830)]
    [InlineData(25, 0)]
    public void RisesThenFalls(int step, double rate) => Assert.Equal(rate, new CosineSchedule(.1, 5, 25).GetRate(step), 1e-9);

    [Fact]
    public void MayBeginAtItsPeak() => Assert.Equal(.3, new CosineSchedule(.3, 0, 10).GetRate(0), 1e-12);

    [Fact]
    public void MayBeAllWarmUp()
    {
        Assert.Equal(.15, new CosineSchedule(.3, 4, 2).GetRate(1), 1e-12);
        Assert.All(Enumerable.Range(0, 20), step => Assert.InRange(new CosineSchedule(.3, 2.5, 3).GetRate(step), 0, .3));
    }
}
