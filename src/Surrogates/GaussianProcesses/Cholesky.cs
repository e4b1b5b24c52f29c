using System.Numerics.Tensors;

namespace Surrogates.GaussianProcesses;

/// <summary>The Cholesky factor of a symmetric positive definite matrix: A = L Lᵀ with L lower triangular, row by row.</summary>
internal sealed class Cholesky
{
    private readonly double[][] _rows;

    private Cholesky(double[][] rows) => _rows = rows;

    /// <summary>The logarithm of the matrix's determinant.</summary>
    public double LogDeterminant => 2 * _rows.Sum(row => Math.Log(row[^1]));

    /// <summary>Factors a matrix, given by the rows of its lower triangle, diagonal included; null where it is not positive definite.</summary>
    public static Cholesky? TryFactor(double[][] lowerTriangle)
    {
        var rows = new double[lowerTriangle.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i] = new double[i + 1];
            for (var j = 0; j < i; j++)
            {
                row[j] = (lowerTriangle[i][j] - TensorPrimitives.Dot(row.AsSpan(0, j), rows[j].AsSpan(0, j))) / rows[j][j];
            }

            var pivot = lowerTriangle[i][i] - TensorPrimitives.SumOfSquares(row.AsSpan(0, i));
            if (!(pivot > 0))
            {
                return null;
            }

            row[i] = Math.Sqrt(pivot);
        }

        return new Cholesky(rows);
    }

    /// <summary>Solves L x = b in place.</summary>
    public void SolveLower(Span<double> b)
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            b[i] = (b[i] - TensorPrimitives.Dot(_rows[i].AsSpan(0, i), b[..i])) / _rows[i][i];
        }
    }

    /// <summary>Solves Lᵀ x = b in place.</summary>
    public void SolveUpper(Span<double> b)
    {
        for (var i = _rows.Length - 1; i >= 0; i--)
        {
            b[i] /= _rows[i][i];
            TensorPrimitives.MultiplyAdd(_rows[i].AsSpan(0, i), -b[i], b[..i], b[..i]);
        }
    }

    /// <summary>Solves L x = b in place for the rows of a <see cref="RowBlock"/>, and adds up each x's squares.</summary>
    public void SolveLower(Span<double> block, Span<double> squares) => RowBlock.SolveLower(_rows, block, squares);

    /// <summary>The diagonal of the inverse matrix: at i, the squared length of the solution of L x = eᵢ.</summary>
    public double[] InverseDiagonal()
    {
        var diagonal = new double[_rows.Length];
        var units = new double[_rows.Length * RowBlock.Rows];
        Span<double> squares = stackalloc double[RowBlock.Rows];
        for (var start = 0; start < diagonal.Length; start += RowBlock.Rows)
        {
            var count = Math.Min(RowBlock.Rows, diagonal.Length - start);
            Array.Clear(units);
            for (var i = 0; i < count; i++)
            {
                units[((start + i) * RowBlock.Rows) + i] = 1;
            }

            SolveLower(units, squares);
            squares[..count].CopyTo(diagonal.AsSpan(start));
        }

        return diagonal;
    }
}
