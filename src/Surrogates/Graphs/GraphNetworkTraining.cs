using Surrogates.Graphs.Arithmetic;
using Surrogates.Numerics;
using Surrogates.Torch;
using static TorchSharp.torch;

namespace Surrogates.Graphs;

/// <summary>
/// Trains graph neural networks of one shape together, each without a part of the rows: AdamW with a warm start and a cosine, on one thread.
/// </summary>
/// <remarks>Loshchilov, Hutter: "Decoupled Weight Decay Regularization", ICLR 2019.</remarks>
internal sealed class GraphNetworkTraining
{
    private const double WarmUp = 0.1;
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.99;
    private const double Epsilon = 1e-8;

    private readonly ArchitectureGraphOptions _options;
    private readonly GraphNetwork _network;
    private readonly IReadOnlyList<WeightShape> _shapes;
    private readonly GraphRows _graphs;
    private readonly GraphScaling _scaling;
    private readonly double[] _targets;

    /// <summary>Prepares a training.</summary>
    public GraphNetworkTraining(ArchitectureGraphOptions options, GraphNetwork network, GraphRows graphs, GraphScaling scaling, double[] targets)
    {
        (_options, _network, _graphs, _scaling, _targets) = (options, network, graphs, scaling, targets);
        _shapes = network.FindWeights();
    }

    /// <summary>Trains the networks.</summary>
    /// <param name="leftOut">For each network and row, whether the network does not see the row.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <returns>Each network's weights.</returns>
    public float[][] Run(bool[][] leftOut, CancellationToken cancellationToken)
    {
        TorchRuntime.EnsureLoaded();
        using var scope = NewDisposeScope();
        var targets = Tensors.Of(CPU, [.. _targets.Select(target => (float)target)], 1, _targets.Length);
        var seen = Tensors.Of(CPU, [.. leftOut.SelectMany(rows => rows.Select(left => left ? 0f : 1f))], leftOut.Length, _targets.Length);
        var values = Initialize(leftOut.Length);
        var decay = Tensors.Of(CPU, [.. _shapes.SelectMany(shape => Enumerable.Repeat(shape.Deviation > 0 ? 1f : 0f, shape.Count))], 1, values.shape[1]);
        var mean = Tensors.Zeros(CPU, values.shape);
        var square = Tensors.Zeros(CPU, values.shape);
        var steps = _options.NumberOfSteps ?? Math.Max(150, 30 * _targets.Length / _options.BatchSize);
        using var stopping = new EarlyStopping(_options.Patience ?? Math.Max(1, steps / 3));
        var withRelations = _network.Convolution == GraphConvolution.Transformer;
        var batches = new Batches(_targets.Length, Math.Min(_options.BatchSize, _targets.Length), _options.Seed);
        using var all = _targets.Length <= _options.BatchSize ? GraphTensors.Create(_graphs, _scaling, withRelations) : null;
        var goesOn = true;
        for (var step = 0; step < steps && goesOn; step++)
        {
            goesOn = all is null ? StepOnSome(batches.Next(), step) : Step(all, targets, seen, step);
        }

        var trained = (stopping.Best ?? values).data<float>().ToArray();
        return [.. trained.Chunk(trained.Length / leftOut.Length)];

        bool StepOnSome(int[] drawn, int step)
        {
            using var stepScope = NewDisposeScope();
            using var part = GraphTensors.Create(_graphs, _scaling, withRelations, drawn);
            var places = Tensors.Of(CPU, [.. drawn.Select(row => (long)row)], drawn.Length);
            return Step(part, targets.index_select(1, places), seen.index_select(1, places), step);
        }

        bool Step(GraphTensors batch, Tensor labels, Tensor weights, int step)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var stepScope = NewDisposeScope();
            var predictions = _network.Predict(new TorchArithmetic(batch, Split(values))).squeeze(2);
            var expected = labels.expand(leftOut.Length, -1);
            var loss = RankingLosses.Compute(_options.Loss, predictions, expected, weights);
            var gradient = autograd.grad([loss.sum()], [values])[0];
            using var noGradient = no_grad();
            mean.TimesInPlace(Beta1).PlusInPlace(gradient, 1 - Beta1);
            square.TimesInPlace(Beta2).PlusProductInPlace(gradient, gradient, 1 - Beta2);
            var rate = _options.LearningRate * RateAt(step, steps);
            values.PlusProductInPlace(values, decay, -rate * _options.WeightDecay);
            var deviation = square.sqrt().DividedInPlace(Math.Sqrt(1 - Math.Pow(Beta2, step + 1))).PlusInPlace(Epsilon);
            values.PlusQuotientInPlace(mean, deviation, -rate / (1 - Math.Pow(Beta1, step + 1)));
            return stopping.Note(
                RankingLosses.Compute(_options.Loss, predictions.detach(), expected, weights.Times(-1).Plus(1)).mean().item<float>(), values);
        }
    }

    private static double RateAt(int step, int steps)
    {
        var share = (step + 0.5) / steps;
        return share < WarmUp ? share / WarmUp : (1 + Math.Cos(Math.PI * (share - WarmUp) / (1 - WarmUp))) / 2;
    }

    private Tensor Initialize(int networks)
    {
        using var scope = NewDisposeScope();
        using var generator = Tensors.CreateGenerator(SplitMix64.Mix((ulong)(uint)_options.Seed));
        Tensor[] parts = [.. _shapes.Select(shape => Tensors.Normal(CPU, generator, shape.Deviation, networks, shape.Count))];
        return cat(parts, dim: 1).requires_grad_().MoveToOuterDisposeScope();
    }

    private Tensor[] Split(Tensor values) =>
    [
        .. values.split([.. _shapes.Select(shape => (long)shape.Count)], dim: 1)
            .Zip(_shapes, (part, shape) => part.view(-1, shape.Inputs, shape.Outputs)),
    ];

    /// <summary>Draws rows in random order, each once before one comes again.</summary>
    private sealed class Batches(int rows, int size, int seed)
    {
        private readonly int[] _order = [.. Enumerable.Range(0, rows)];
        private SplitMix64 _random = SplitMix64.ForStream(seed, 1);
        private int _next = int.MaxValue - size;

        public int[] Next()
        {
            if (_next + size > _order.Length)
            {
                _random.Shuffle<int>(_order);
                _next = 0;
            }

            _next += size;
            return _order[(_next - size).._next];
        }
    }
}
