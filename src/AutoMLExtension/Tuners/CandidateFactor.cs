using System.Numerics.Tensors;

namespace Surrogates.AutoML.Tuners;

/// <summary>
/// One kernel's Cholesky factor over the networks tried, carried on to all candidates: L⁻¹K, a row for each network tried. A new row
/// changes none of those before it, so a result costs as much as it adds, and taking the last rows back costs nothing.
/// </summary>
/// <param name="candidates">The number of candidates.</param>
/// <param name="noise">The noise's variance relative to the signal's.</param>
internal sealed class CandidateFactor(int candidates, double noise)
{
    private readonly List<double[]> _rows = [];
    private readonly List<float[]> _candidateRows = [];
    private readonly float[] _squares = new float[candidates];
    private readonly float[] _keptSquares = new float[candidates];
    private int _kept;

    /// <summary>The noise's variance relative to the signal's.</summary>
    public double Noise => noise;

    /// <summary>For each candidate, by how much the rows lower its variance, relative to the signal's.</summary>
    public ReadOnlySpan<float> Squares => _squares;

    /// <summary>Adds a network.</summary>
    /// <param name="toRows">Its kernel with the networks added before, and last with itself.</param>
    /// <param name="toCandidates">Its kernel with all candidates.</param>
    public void Add(ReadOnlySpan<double> toRows, ReadOnlySpan<float> toCandidates)
    {
        var row = toRows.ToArray();
        var next = toCandidates.ToArray();
        for (var j = 0; j < _rows.Count; j++)
        {
            row[j] = (row[j] - TensorPrimitives.Dot(row.AsSpan(0, j), _rows[j].AsSpan(0, j))) / _rows[j][j];
            TensorPrimitives.MultiplyAdd(_candidateRows[j], (float)-row[j], next, next);
        }

        // In exact arithmetic the pivot is at least the noise.
        var pivot = Math.Sqrt(Math.Max(noise / 2, row[^1] + noise - TensorPrimitives.SumOfSquares(row.AsSpan(0, _rows.Count))));
        row[^1] = pivot;
        TensorPrimitives.Multiply(next, (float)(1 / pivot), next);
        TensorPrimitives.MultiplyAdd(next, next, _squares, _squares);
        _rows.Add(row);
        _candidateRows.Add(next);
    }

    /// <summary>Makes the rows so far those that <see cref="TakeBack"/> keeps.</summary>
    public void Keep()
    {
        _kept = _rows.Count;
        _squares.CopyTo(_keptSquares, 0);
    }

    /// <summary>Forgets the rows that were added after the last <see cref="Keep"/>.</summary>
    public void TakeBack()
    {
        _rows.RemoveRange(_kept, _rows.Count - _kept);
        _candidateRows.RemoveRange(_kept, _candidateRows.Count - _kept);
        _keptSquares.CopyTo(_squares, 0);
    }

    /// <summary>Conditions the first rows on targets.</summary>
    /// <returns>The solution of L z = targets, the signal's most likely variance, and the evidence's logarithm up to a constant.</returns>
    public (double[] Solution, double Signal, double Evidence) Condition(ReadOnlySpan<double> targets)
    {
        var solution = targets.ToArray();
        var logDeterminant = 0.0;
        for (var i = 0; i < solution.Length; i++)
        {
            solution[i] = (solution[i] - TensorPrimitives.Dot(_rows[i].AsSpan(0, i), solution.AsSpan(0, i))) / _rows[i][i];
            logDeterminant += 2 * Math.Log(_rows[i][i]);
        }

        const double LeastSignal = 1e-12;
        var signal = Math.Max(LeastSignal, TensorPrimitives.SumOfSquares<double>(solution) / solution.Length);
        return (solution, signal, -((solution.Length * Math.Log(signal)) + logDeterminant) / 2);
    }

    /// <summary>The candidates' means, given <see cref="Condition"/>'s solution.</summary>
    public void Means(double[] solution, float[] means)
    {
        Array.Clear(means);
        for (var i = 0; i < solution.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(_candidateRows[i], (float)solution[i], means, means);
        }
    }
}
