using CsCheck;
using Surrogates.Numerics;

namespace Surrogates.Tests.Numerics;

public class PlainMathTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(29.5)]
    [InlineData(90)]
    [InlineData(179.9)]
    [InlineData(-135)]
    [InlineData(500)]
    public void Directions_are_sines_and_cosines(double degrees)
    {
        var (sine, cosine) = PlainMath.SinCos(degrees * Math.PI / 180);
        Assert.Equal(Math.Sin(degrees * Math.PI / 180), sine, 9);
        Assert.Equal(Math.Cos(degrees * Math.PI / 180), cosine, 9);
    }

    [Fact]
    public void Exponential_is_that_of_the_system() =>
        Gen.Double[-740, 709].Sample(x => AssertRelative(Math.Exp(x), PlainMath.Exp(x)));

    [Fact]
    public void Sine_and_cosine_are_those_of_the_system() => Gen.Double[-50, 50].Sample(x =>
    {
        var (sin, cos) = PlainMath.SinCos(x);
        Assert.Equal(Math.Sin(x), sin, 1e-14);
        Assert.Equal(Math.Cos(x), cos, 1e-14);
    });

    [Fact]
    public void Angle_is_that_of_the_system() => Gen.Select(Gen.Double[-5, 5], Gen.Double[-5, 5]).Sample((y, x) =>
        AssertRelative(Math.Atan2(y, x), PlainMath.Atan2(y, x)));

    [Fact]
    public void Ends_and_axes_are_right()
    {
        Assert.Equal([0, 1, double.PositiveInfinity], new double[] { -1000, 0, 1000 }.Select(PlainMath.Exp));
        Assert.Equal((0, 1), PlainMath.SinCos(0));
        (double Y, double X)[] axes = [(0, 1), (1, 0), (0, -1), (-1, 0), (0, 0), (2, 2), (-2, -2)];
        foreach (var (y, x) in axes)
        {
            Assert.Equal(Math.Atan2(y, x), PlainMath.Atan2(y, x), 1e-15);
        }
    }

    private static void AssertRelative(double expected, double actual) =>
        Assert.InRange(Math.Abs(actual - expected), 0, (1e-15 * Math.Abs(expected) * 4) + double.Epsilon);
}
