using CsCheck;
using Surrogates.GaussianProcesses;

namespace Surrogates.Tests.GaussianProcesses;

public class MaternTests
{
    [Fact]
    public void It_is_the_formula() =>
        Gen.Double[0, 20].Array[1, 50].Select(Gen.Double[0.1, 10]).Sample(pair =>
        {
            var (squared, lengthScale) = pair;
            var kernel = new double[squared.Length];
            Matern.Evaluate(squared, lengthScale, kernel);
            for (var i = 0; i < kernel.Length; i++)
            {
                var r = Math.Sqrt(squared[i]) / lengthScale;
                var expected = (1 + (Math.Sqrt(5) * r) + (5 * r * r / 3)) * Math.Exp(-Math.Sqrt(5) * r);
                Assert.Equal(expected, kernel[i], 1e-12);
            }
        });

    [Fact]
    public void It_is_one_at_the_same_place()
    {
        double[] kernel = [0];
        Matern.Evaluate([0.0], 1, kernel);
        Assert.Equal(1, kernel[0]);
    }
}
