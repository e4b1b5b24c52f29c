using CsCheck;
using Surrogates.GaussianProcesses;

namespace Surrogates.Tests.GaussianProcesses;

public class CholeskyTests
{
    [Fact]
    public void It_solves_and_has_the_determinant_of_elimination() =>
        Gen.Int[1, 40].SelectMany(n => Gen.Double[-1, 1].Array[n * n].Select(Gen.Double[-1, 1].Array[n])).Sample(pair =>
        {
            var (numbers, b) = pair;
            var n = b.Length;
            var matrix = PositiveDefinite(numbers, n);
            var factor = Cholesky.TryFactor([.. Enumerable.Range(0, n).Select(i => matrix[i][..(i + 1)])]);
            var x = (double[])b.Clone();
            factor!.SolveLower(x);
            factor.SolveUpper(x);
            for (var i = 0; i < n; i++)
            {
                Assert.Equal(b[i], matrix[i].Zip(x, (a, value) => a * value).Sum(), 1e-9);
            }

            Assert.Equal(LogDeterminant(matrix), factor.LogDeterminant, 1e-8);
        });

    [Fact]
    public void A_matrix_that_is_not_positive_definite_has_no_factor()
    {
        Assert.Null(Cholesky.TryFactor([[1], [2, 1]]));
        Assert.Null(Cholesky.TryFactor([[0]]));
        Assert.Null(Cholesky.TryFactor([[double.NaN]]));
    }

    private static double[][] PositiveDefinite(double[] numbers, int n)
    {
        var matrix = new double[n][];
        for (var i = 0; i < n; i++)
        {
            matrix[i] = new double[n];
            for (var j = 0; j < n; j++)
            {
                matrix[i][j] = Enumerable.Range(0, n).Sum(k => numbers[(i * n) + k] * numbers[(j * n) + k]) + (i == j ? 1 : 0);
            }
        }

        return matrix;
    }

    private static double LogDeterminant(double[][] matrix)
    {
        var rows = matrix.Select(row => (double[])row.Clone()).ToArray();
        var sum = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            sum += Math.Log(rows[i][i]);
            for (var j = i + 1; j < rows.Length; j++)
            {
                var factor = rows[j][i] / rows[i][i];
                for (var k = i; k < rows.Length; k++)
                {
                    rows[j][k] -= factor * rows[i][k];
                }
            }
        }

        return sum;
    }
}
