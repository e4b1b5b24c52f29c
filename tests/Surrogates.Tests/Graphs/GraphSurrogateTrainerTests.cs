using Surrogates.Architectures;
using Surrogates.Encodings;
using Surrogates.Evaluation;
using Surrogates.Graphs;
using Surrogates.Models;
using Surrogates.Tests.Architectures;
using Surrogates.Tests.Models;

namespace Surrogates.Tests.Graphs;

public class GraphSurrogateTrainerTests
{
    [Fact]
    public void A_training_that_is_canceled_stops_before_its_first_step_and_between_two()
    {
        using var canceled = new CancellationTokenSource();
        canceled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new GraphSurrogateTrainer().Fit(Samples.Micro(20), cancellationToken: canceled.Token));

        // So many steps would take days.
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var endless = new GraphSurrogateTrainer(new() { NumberOfSteps = int.MaxValue, HiddenSize = 2, NumberOfNetworks = 2 });
        Assert.ThrowsAny<OperationCanceledException>(() => endless.Fit(Samples.Micro(20), cancellationToken: soon.Token));
    }

    [Fact]
    public void An_encoding_that_does_not_begin_with_the_graph_is_refused_with_what_to_do()
    {
        foreach (var encoding in (ArchitectureEncoding[])[new ArchitectureEncoding().Cost(), new ArchitectureEncoding().Cost().Graph()])
        {
            var failure = Assert.Throws<InputException>(() => new GraphSurrogateTrainer().Fit(Samples.Micro(20), new() { Encoding = encoding }));
            Assert.Contains("let the encoding begin with 'graph'", failure.Message);
        }
    }

    // A question about such networks alone has no node to compute with.
    [Theory]
    [InlineData(GraphConvolution.Isomorphism, 48)]
    [InlineData(GraphConvolution.Gated, 32)]
    [InlineData(GraphConvolution.Attention, 34)]
    [InlineData(GraphConvolution.Transformer, 24)]
    public void Networks_that_cannot_learn_are_predicted_alone(GraphConvolution convolution, int hidden)
    {
        var options = new ArchitectureGraphOptions { Convolution = convolution, HiddenSize = hidden, NumberOfNetworks = 2, NumberOfSteps = 2 };
        var set = Samples.Micro(40);
        var surrogate = new GraphSurrogateTrainer(options).Fit(set);
        var dead = SearchSpaces.Micro.Parse("64-41414-0_00_000");
        Assert.Equal(surrogate.Predict([dead, set.Architectures[0]])[0], surrogate.Predict(dead));
    }

    [Fact]
    public void More_networks_than_rows_are_trained()
    {
        var options = new ArchitectureGraphOptions { NumberOfNetworks = 12, NumberOfSteps = 2, HiddenSize = 4 };
        foreach (var rows in (int[])[2, 3, 11, 13])
        {
            var surrogate = new GraphSurrogateTrainer(options).Fit(Samples.Micro(rows));
            Assert.All(surrogate.Predict(Samples.Micro(50).Architectures), prediction =>
                Assert.True(double.IsFinite(prediction.Score) && double.IsFinite(prediction.StandardDeviation)));
        }
    }

    [Theory]
    [InlineData("macro")]
    [InlineData("nasbench201")]
    public void It_learns_in_other_spaces(string name)
    {
        var space = SpaceUnderTest.Named(name).Space;
        var random = new Random(1);
        Architecture[] architectures = [.. Enumerable.Range(0, 200).Select(_ => space.Sample(random))];
        double[] values = [.. architectures.Select(a => Math.Log(1 + a.ToGraph().Edges.Count) + Math.Log2(a.ToGraph().Nodes.Max(node => node.Channels)))];
        var all = new TrainingSet(space, "task", architectures, values);
        var options = new ArchitectureGraphOptions { NumberOfNetworks = 2, NumberOfSteps = 60, HiddenSize = 8, LearningRate = 0.03 };
        var surrogate = new GraphSurrogateTrainer(options).Fit(all.Take(Enumerable.Range(0, 100)));
        double[] predicted = [.. surrogate.Predict([.. architectures.Skip(100)]).Select(prediction => prediction.Score)];
        Assert.InRange(RankCorrelation.Spearman(predicted, [.. values.Skip(100)]), 0.8, 1);
    }
}
