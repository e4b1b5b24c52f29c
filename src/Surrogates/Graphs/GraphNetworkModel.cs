using System.Collections.Concurrent;
using Surrogates.Graphs.Arithmetic;
using Surrogates.Models;

namespace Surrogates.Graphs;

/// <summary>
/// Trained graph neural networks of one shape: their mean, and a deviation of what they disagree about and what none of them could tell of rows
/// that it had not seen. Evaluates without libtorch.
/// </summary>
internal sealed class GraphNetworkModel : IRegressionModel
{
    // So many graphs and a network's weights stay in the cache together.
    private const int BlockRows = 16;

    private const int MaximumNetworks = 64;

    private readonly GraphScaling _scaling;
    private readonly GraphNetwork _network;
    private readonly float[][] _weights;
    private readonly OutputScale[] _scales;
    private readonly double _noise;
    private readonly ConcurrentBag<Evaluation> _evaluations = [];

    /// <summary>Creates a model.</summary>
    /// <param name="features">The number of features that a row has.</param>
    /// <param name="scaling">Leads from rows to what the networks take.</param>
    /// <param name="network">The shape of the networks.</param>
    /// <param name="weights">Each network's weights, in the order in which they are taken.</param>
    /// <param name="scales">Each network's scale.</param>
    /// <param name="noise">The deviation of what none of them can tell.</param>
    public GraphNetworkModel(int features, GraphScaling scaling, GraphNetwork network, float[][] weights, OutputScale[] scales, double noise) =>
        (Features, _scaling, _network, _weights, _scales, _noise) = (features, scaling, network, weights, scales, noise);

    /// <inheritdoc/>
    public int Features { get; }

    /// <summary>The number of networks.</summary>
    public int Networks => _weights.Length;

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<float> rows, Span<double> means, Span<double> deviations)
    {
        var evaluation = Rent();
        means.Clear();
        deviations.Clear();
        for (var start = 0; start < means.Length; start += BlockRows)
        {
            var count = Math.Min(BlockRows, means.Length - start);
            evaluation.Begin(rows.Slice(start * Features, count * Features));
            var mean = means.Slice(start, count);
            var square = deviations.Slice(start, count);
            for (var network = 0; network < _weights.Length; network++)
            {
                var scores = evaluation.Predict(_weights[network]);
                for (var row = 0; row < count; row++)
                {
                    var score = _scales[network].Apply(scores[row]);
                    var difference = score - mean[row];
                    mean[row] += difference / (network + 1);
                    square[row] += difference * (score - mean[row]);
                }
            }

            foreach (ref var deviation in square)
            {
                deviation = Math.Sqrt((deviation / Math.Max(1, _weights.Length - 1)) + (_noise * _noise));
            }
        }

        _evaluations.Add(evaluation);
    }

    /// <summary>Each network's predictions: network after network.</summary>
    public double[][] PredictEach(ReadOnlySpan<float> rows)
    {
        var evaluation = Rent();
        var count = rows.Length / Features;
        var predictions = Array.ConvertAll(_weights, _ => new double[count]);
        for (var start = 0; start < count; start += BlockRows)
        {
            var length = Math.Min(BlockRows, count - start);
            evaluation.Begin(rows.Slice(start * Features, length * Features));
            for (var network = 0; network < _weights.Length; network++)
            {
                var scores = evaluation.Predict(_weights[network]);
                for (var row = 0; row < length; row++)
                {
                    predictions[network][start + row] = _scales[network].Apply(scores[row]);
                }
            }
        }

        _evaluations.Add(evaluation);
        return predictions;
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Features);
        _scaling.Write(writer);
        writer.Write((int)_network.Convolution);
        writer.Write(_network.Hidden);
        writer.Write(_network.Layers);
        writer.Write(_noise);
        writer.Write(_weights.Length);
        for (var network = 0; network < _weights.Length; network++)
        {
            writer.Write(_scales[network].Factor);
            writer.Write(_scales[network].Shift);
            foreach (var weight in _weights[network])
            {
                writer.Write(weight);
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static GraphNetworkModel Read(BinaryReader reader)
    {
        var features = reader.ReadInt32();
        if (features is < 1 or > short.MaxValue)
        {
            throw new InvalidDataException($"{features} features; expected 1 to {short.MaxValue}");
        }

        var scaling = GraphScaling.Read(reader, features);
        var options = new ArchitectureGraphOptions
        {
            Convolution = (GraphConvolution)reader.ReadInt32(),
            HiddenSize = reader.ReadInt32(),
            NumberOfLayers = reader.ReadInt32(),
        };
        options.Validate();
        var noise = reader.ReadDouble();
        var count = reader.ReadInt32();
        if (count is < 1 or > MaximumNetworks)
        {
            throw new InvalidDataException($"{count} networks; expected 1 to {MaximumNetworks}");
        }

        var network = new GraphNetwork(options.Convolution, options.HiddenSize, options.NumberOfLayers, scaling.NodeFeatures, scaling.Attributes);
        var length = network.FindWeights().Sum(shape => shape.Count);
        var weights = new float[count][];
        var scales = new OutputScale[count];
        for (var i = 0; i < count; i++)
        {
            scales[i] = new OutputScale(reader.ReadDouble(), reader.ReadDouble());
            weights[i] = ReadWeights(reader, length);
        }

        return new GraphNetworkModel(features, scaling, network, weights, scales, noise);
    }

    // Memory grows with what is there: a damaged size must not ask for more than the file has.
    private static float[] ReadWeights(BinaryReader reader, int length)
    {
        var weights = new float[Math.Min(length, 1 << 16)];
        for (var weight = 0; weight < length; weight++)
        {
            if (weight == weights.Length)
            {
                Array.Resize(ref weights, (int)Math.Min(length, 2L * weights.Length));
            }

            weights[weight] = reader.ReadSingle();
        }

        return weights;
    }

    private Evaluation Rent() => _evaluations.TryTake(out var evaluation) ? evaluation : new Evaluation(this);

    // What an evaluation needs of memory, kept for the next one.
    private sealed class Evaluation
    {
        private readonly GraphNetworkModel _model;
        private readonly GraphRows _graphs;
        private readonly PlainArithmetic _math;

        public Evaluation(GraphNetworkModel model)
        {
            _model = model;
            _graphs = new GraphRows(model._scaling);
            _math = new PlainArithmetic(_graphs, model._scaling.NodeFeatures);
        }

        public void Begin(ReadOnlySpan<float> rows)
        {
            _graphs.Read(rows, _model.Features);
            _math.Begin(_model._scaling.Attributes);
        }

        public ReadOnlySpan<float> Predict(float[] weights)
        {
            _math.Restart(weights);
            return _math.Span(_model._network.Predict(_math));
        }
    }
}
