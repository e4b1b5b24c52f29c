using Surrogates.Encodings;
using Surrogates.Graphs;
using Surrogates.Graphs.Arithmetic;
using Surrogates.Torch;
using static TorchSharp.torch;

namespace Surrogates.Tests.Graphs.Arithmetic;

/// <summary>What is trained with libtorch is evaluated without it, and gives the same.</summary>
public class PlainArithmeticTests
{
    private const int Networks = 2;

    /// <summary>Spaces with graphs of one size and of several, with every kind of convolution.</summary>
    public static TheoryData<string, GraphConvolution> Everything
    {
        get
        {
            var all = new TheoryData<string, GraphConvolution>();
            foreach (var space in (string[])["micro", "macro", "nasbench201", "sequence", "cell with none and identity"])
            {
                foreach (var convolution in Enum.GetValues<GraphConvolution>())
                {
                    all.Add(space, convolution);
                }
            }

            return all;
        }
    }

    /// <summary>The kinds of convolution.</summary>
    public static TheoryData<GraphConvolution> Convolutions => [.. Enum.GetValues<GraphConvolution>()];

    [Theory]
    [MemberData(nameof(Everything))]
    public void It_gives_what_libtorch_gives(string space, GraphConvolution convolution)
    {
        for (var layers = 1; layers <= 3; layers++)
        {
            foreach (var (hidden, encoding) in ((int, ArchitectureEncoding)[])
                [(24, new ArchitectureEncoding().Graph()), (10, new ArchitectureEncoding().Graph().OneHot().OperationCounts())])
            {
                var (sample, scaling) = Sample(space, encoding);
                var network = new GraphNetwork(convolution, hidden, layers, scaling.NodeFeatures, scaling.Attributes);
                var weights = RandomWeights(network, seed: layers);
                var expected = PredictWithTorch(sample, scaling, network, weights);
                var actual = Create(sample, scaling, network, weights).PredictEach(sample.Rows);
                Assert.True(expected.Max() - expected.Min() > 0.1);
                Assert.All(expected.Zip(actual.SelectMany(scores => scores)), pair =>
                    Assert.Equal(pair.First, pair.Second, 1e-5 * Math.Max(1, Math.Abs(pair.First))));
            }
        }
    }

    // A network that is sure of where to look asks for exponentials that no number holds.
    [Theory]
    [InlineData(GraphConvolution.Attention)]
    [InlineData(GraphConvolution.Transformer)]
    public void Attention_does_not_overflow(GraphConvolution convolution)
    {
        var (sample, scaling) = Sample("micro", new ArchitectureEncoding().Graph());
        var network = new GraphNetwork(convolution, 8, 1, scaling.NodeFeatures, scaling.Attributes);
        float[][] weights = [.. RandomWeights(network, seed: 2).Select(own => Array.ConvertAll(own, weight => 8 * weight))];
        var expected = PredictWithTorch(sample, scaling, network, weights);
        Assert.All(expected.Zip(Create(sample, scaling, network, weights).PredictEach(sample.Rows).SelectMany(scores => scores)), pair =>
            Assert.Equal(pair.First, pair.Second, 1e-4 * Math.Max(1, Math.Abs(pair.First))));
    }

    [Theory]
    [MemberData(nameof(Convolutions))]
    public void Some_of_the_graphs_are_taken_as_they_are(GraphConvolution convolution)
    {
        var (sample, scaling) = Sample("macro", new ArchitectureEncoding().Graph().OneHot());
        var network = new GraphNetwork(convolution, 8, 2, scaling.NodeFeatures, scaling.Attributes);
        var weights = RandomWeights(network, seed: 1);
        int[] places = [5, 0, 17, 5];
        var all = PredictWithTorch(sample, scaling, network, weights);
        var some = PredictWithTorch(sample, scaling, network, weights, places);
        var count = all.Length / Networks;
        for (var i = 0; i < some.Length; i++)
        {
            Assert.Equal(all[(i / places.Length * count) + places[i % places.Length]], some[i], 1e-5f);
        }
    }

    [Theory]
    [MemberData(nameof(Convolutions))]
    public void A_row_is_predicted_to_the_last_bit_as_among_others(GraphConvolution convolution)
    {
        foreach (var (space, hidden) in ((string, int)[])[("macro", 24), ("cell with none and identity", 48), ("micro", 2), ("the largest cell", 8)])
        {
            var (sample, scaling) = Sample(space, new ArchitectureEncoding().Graph().OperationCounts());
            var network = new GraphNetwork(convolution, hidden, 2, scaling.NodeFeatures, scaling.Attributes);
            var model = Create(sample, scaling, network, RandomWeights(network, seed: 5));
            var (means, deviations) = Predict(model, sample.Rows);
            Assert.True(means.Distinct().Count() > 5);
            for (var row = 0; row < means.Length; row++)
            {
                var (mean, deviation) = Predict(model, sample.Row(row));
                Assert.Equal((means[row], deviations[row]), (mean[0], deviation[0]));
            }
        }
    }

    [Fact]
    public void Threads_share_a_model()
    {
        var (sample, scaling) = Sample("macro", new ArchitectureEncoding().Graph());
        var network = new GraphNetwork(GraphConvolution.Transformer, 8, 2, scaling.NodeFeatures, scaling.Attributes);
        var model = Create(sample, scaling, network, RandomWeights(network, seed: 5));
        var (expected, _) = Predict(model, sample.Rows);
        Parallel.For(0, 50, i =>
        {
            var row = i % expected.Length;
            Assert.Equal(expected[row], Predict(model, sample.Row(row)).Means[0]);
        });
    }

    [Theory]
    [MemberData(nameof(Convolutions))]
    public void Rows_without_a_graph_are_predicted_alone(GraphConvolution convolution)
    {
        var (sample, scaling) = Sample("micro", new ArchitectureEncoding().Graph());
        foreach (var hidden in (int[])[2, 24, 32, 48])
        {
            var network = new GraphNetwork(convolution, hidden, 2, scaling.NodeFeatures, scaling.Attributes);
            var (means, _) = Predict(Create(sample, scaling, network, RandomWeights(network, seed: 5)), new float[3 * sample.Width]);
            Assert.True(double.IsFinite(means[0]));
            Assert.Single(means.Distinct());
        }
    }

    // One of the rows has no graph, as that of a network that cannot learn.
    private static (SampleGraphs Sample, GraphScaling Scaling) Sample(string space, ArchitectureEncoding encoding)
    {
        var sample = SampleGraphs.Of(space, 20, encoding);
        sample = sample with { Rows = [.. sample.Rows, .. new float[sample.Width]] };
        return (sample, GraphScaling.Fit(sample.Layout, sample.Rows, sample.Width));
    }

    private static float[][] RandomWeights(GraphNetwork network, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Networks).Select(_ => network.FindWeights().SelectMany(shape =>
            Enumerable.Range(0, shape.Count).Select(_ => (float)((shape.Deviation > 0 ? 2 * shape.Deviation : 0.5) * ((2 * random.NextDouble()) - 1)))).ToArray())];
    }

    private static GraphNetworkModel Create(SampleGraphs sample, GraphScaling scaling, GraphNetwork network, float[][] weights) =>
        new(sample.Width, scaling, network, weights, [.. weights.Select(_ => OutputScale.Same)], noise: 0);

    private static (double[] Means, double[] Deviations) Predict(GraphNetworkModel model, ReadOnlySpan<float> rows)
    {
        var means = new double[rows.Length / model.Features];
        var deviations = new double[means.Length];
        model.Predict(rows, means, deviations);
        return (means, deviations);
    }

    private static float[] PredictWithTorch(
        SampleGraphs sample, GraphScaling scaling, GraphNetwork network, float[][] weights, int[]? places = null)
    {
        TorchRuntime.EnsureLoaded();
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var graphs = new GraphRows(scaling);
        graphs.Read(sample.Rows, sample.Width);
        var withRelations = network.Convolution == GraphConvolution.Transformer;
        using var tensors = places is null
            ? GraphTensors.Create(graphs, scaling, withRelations)
            : GraphTensors.Create(graphs, scaling, withRelations, places);
        var taken = 0;
        var parts = new List<Tensor>();
        foreach (var shape in network.FindWeights())
        {
            float[] numbers = [.. weights.SelectMany(own => own.AsSpan(taken, shape.Count).ToArray())];
            parts.Add(Tensors.Of(CPU, numbers, weights.Length, shape.Inputs, shape.Outputs));
            taken += shape.Count;
        }

        Assert.All(weights, own => Assert.Equal(own.Length, taken));
        return network.Predict(new TorchArithmetic(tensors, parts)).data<float>().ToArray();
    }
}
