using CsCheck;
using Surrogates.Training.Data.Rooms.Geometry;

namespace Surrogates.Training.Tests.Data.Rooms.Geometry;

public class AnglesTests
{
    private const double Degree = Math.PI / 180;

    [Fact]
    public void Sine_and_cosine_are_right() =>
        Gen.Double[-270, 270].Sample(degrees =>
        {
            Assert.Equal(Math.Sin(degrees * Degree), Angles.Sin(degrees), 1e-7);
            Assert.Equal(Math.Cos(degrees * Degree), Angles.Cos(degrees), 1e-7);
        });

    [Fact]
    public void Arc_tangent_undoes_the_tangent() =>
        Gen.Double[-89, 89].Sample(degrees => Assert.Equal(degrees, Angles.ArcTan(Math.Tan(degrees * Degree)), 1e-6));
}
