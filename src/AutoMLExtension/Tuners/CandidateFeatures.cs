using System.Numerics.Tensors;
using Surrogates.Architectures;
using Surrogates.GaussianProcesses;
using Surrogates.Models;

namespace Surrogates.AutoML.Tuners;

/// <summary>
/// The features of all candidates, scaled by what varies among them and not by what was tried so far: a distance means the same from the
/// first trial to the last. Networks whose output does not depend on their input have none.
/// </summary>
internal sealed class CandidateFeatures
{
    private readonly EncodedArchitectures _candidates;
    private readonly float[] _missing;
    private readonly FeatureScaling _scaling;

    // Feature by feature, so that distances to all candidates are sums of long vectors.
    private readonly double[][] _columns;
    private readonly double[] _differences;

    public CandidateFeatures(EncodedArchitectures candidates)
    {
        _candidates = candidates;
        var width = candidates.Encoder.Width;
        var rows = candidates.Rows;
        Count = candidates.Architectures.Count;
        IsConnected = new bool[Count];
        var connected = new List<float>(rows.Length);
        for (var i = 0; i < Count; i++)
        {
            IsConnected[i] = !float.IsNaN(rows[i * width]);
            connected.AddRange(IsConnected[i] ? rows.Slice(i * width, width) : []);
        }

        float[] known = [.. connected];
        _missing = MissingValues.Find(known, width);
        MissingValues.Fill(known, _missing);
        _scaling = new FeatureScaling(known, width);
        _columns = new double[_scaling.Count][];
        for (var f = 0; f < _columns.Length; f++)
        {
            _columns[f] = new double[Count];
        }

        for (var i = 0; i < Count; i++)
        {
            var scaled = Scale(rows.Slice(i * width, width));
            for (var f = 0; f < scaled?.Length; f++)
            {
                _columns[f][i] = scaled[f];
            }
        }

        _differences = new double[Count];
    }

    /// <summary>The number of candidates.</summary>
    public int Count { get; }

    /// <summary>Whether each candidate's output depends on its input.</summary>
    public bool[] IsConnected { get; }

    /// <summary>The scaled features of any network of the space; null where its output does not depend on its input.</summary>
    public double[]? Of(Architecture architecture) => Scale(_candidates.Encoder.EncodeAll([architecture]));

    /// <summary>The scaled features of a candidate.</summary>
    public double[] Of(int candidate) => Array.ConvertAll(_columns, column => column[candidate]);

    /// <summary>The squared distances of all candidates from a network.</summary>
    public void SquaredDistances(double[] features, Span<double> distances)
    {
        distances.Clear();
        for (var f = 0; f < features.Length; f++)
        {
            TensorPrimitives.Subtract(_columns[f], features[f], _differences);
            TensorPrimitives.MultiplyAdd<double>(_differences, _differences, distances, distances);
        }
    }

    private double[]? Scale(ReadOnlySpan<float> row)
    {
        if (float.IsNaN(row[0]))
        {
            return null;
        }

        var filled = row.ToArray();
        MissingValues.Fill(filled, _missing);
        var scaled = new double[_scaling.Count];
        _scaling.Apply(filled, scaled);
        return scaled;
    }
}
