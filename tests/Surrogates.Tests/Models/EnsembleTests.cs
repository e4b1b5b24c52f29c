using System.Text;
using Surrogates.Architectures;
using Surrogates.Encodings;
using Surrogates.Evaluation;
using Surrogates.GaussianProcesses;
using Surrogates.Graphs;
using Surrogates.ModelFiles;
using Surrogates.Models;
using Surrogates.Trees;

namespace Surrogates.Tests.Models;

public class EnsembleTests
{
    // Trees that have seen every row cannot be weighed: all members then have the same weight, and none is left out for being weak.
    private static readonly EnsembleOptions Quick = new()
    {
        Trees = new() { NumberOfTrees = 10, Bootstrap = false },
        Graphs = new() { NumberOfNetworks = 2, NumberOfSteps = 2, HiddenSize = 2 },
        FewestValuesForGraphs = 30,
        MostValuesForGaussianProcess = 40,
    };

    private static readonly ArchitectureEncoding GraphAndCost = new ArchitectureEncoding().Graph().OperationCounts().Cost();

    [Theory]
    [InlineData(29, "trees gaussian-process")]
    [InlineData(30, "trees gaussian-process graph-networks")]
    [InlineData(40, "trees gaussian-process graph-networks")]
    [InlineData(41, "trees graph-networks")]
    public void The_number_of_labels_decides_who_takes_part(int labels, string members) =>
        Assert.Equal(members, Members(Fit(Quick, labels, GraphAndCost)));

    // The defaults themselves: 300 labels ask for the networks.
    [Fact]
    public void Graph_networks_take_part_from_three_hundred_labels_on()
    {
        Assert.Equal((300, 1000), (new EnsembleOptions().FewestValuesForGraphs, new EnsembleOptions().MostValuesForGaussianProcess));
        var options = new EnsembleOptions { Trees = Quick.Trees, Graphs = Quick.Graphs };
        Assert.DoesNotContain("graph-networks", Members(Fit(options, 299, GraphAndCost)));
        Assert.Contains("graph-networks", Members(Fit(options, 300, GraphAndCost)));
    }

    [Fact]
    public void Without_a_graph_there_are_no_networks() =>
        Assert.Equal("trees gaussian-process", Members(Fit(Quick, 40, new ArchitectureEncoding().OneHot().Cost())));

    [Fact]
    public void Zero_leaves_the_Gaussian_process_out() =>
        Assert.Equal("trees", Members(Fit(Quick with { MostValuesForGaussianProcess = 0 }, 20, GraphAndCost)));

    [Fact]
    public void The_graph_alone_is_read_by_all()
    {
        var surrogate = Fit(Quick, 40, new ArchitectureEncoding().Graph());
        Assert.Equal("trees gaussian-process graph-networks", Members(surrogate));
        var others = Samples.Micro(300).Take(Enumerable.Range(80, 220));
        Assert.InRange(Spearman(surrogate, others), 0.7, 1);
    }

    [Fact]
    public void The_default_encoding_begins_with_the_graph()
    {
        foreach (var space in (ISearchSpace[])[SearchSpaces.Micro, SearchSpaces.Macro, SearchSpaces.NasBench201])
        {
            Assert.Equal("graph", new EnsembleSurrogateTrainer().DefaultEncodingFor(space).For(space).FeatureNames[0]);
        }
    }

    [Fact]
    public void It_is_not_worse_than_its_best_member()
    {
        var set = Samples.Micro(500, noise: 0.1);
        var (training, others) = (set.Take(Enumerable.Range(0, 100)), set.Take(Enumerable.Range(100, 400)));
        var graphs = new ArchitectureGraphOptions { NumberOfNetworks = 2, NumberOfSteps = 50 };
        ISurrogateTrainer[] members =
            [new ExtraTreesSurrogateTrainer(), new GaussianProcessSurrogateTrainer(), new GraphSurrogateTrainer(graphs)];
        var best = members.Max(member => Spearman(member.Fit(training), others));
        var ensemble = Spearman(new EnsembleSurrogateTrainer(new() { Graphs = graphs }).Fit(training), others);
        Assert.InRange(ensemble, best - 0.02, 1);
        Assert.InRange(best, 0.9, 1);
    }

    [Fact]
    public void Settings_out_of_range_are_named()
    {
        Refuse(nameof(EnsembleOptions.FewestValuesForGraphs), new() { FewestValuesForGraphs = 1 });
        Refuse(nameof(EnsembleOptions.MostValuesForGaussianProcess), new() { MostValuesForGaussianProcess = -1 });
        Refuse(nameof(ArchitectureGraphOptions.HiddenSize), new() { Graphs = new() { HiddenSize = 3 } });
        Refuse(nameof(ExtraTreesOptions.NumberOfTrees), new() { Trees = new() { NumberOfTrees = 0 } });

        static void Refuse(string name, EnsembleOptions options) =>
            Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => new EnsembleSurrogateTrainer(options)).ParamName);
    }

    // Labels of networks that can learn: only they are counted.
    private static Surrogate Fit(EnsembleOptions options, int labels, ArchitectureEncoding encoding)
    {
        var set = Samples.Micro(2 * labels);
        var connected = Enumerable.Range(0, 2 * labels).Where(i => set.Space.IsConnected(set.Architectures[i])).Take(labels);
        return new EnsembleSurrogateTrainer(options).Fit(set.Take(connected), new() { Encoding = encoding });
    }

    private static double Spearman(Surrogate surrogate, TrainingSet others) =>
        RankCorrelation.Spearman([.. surrogate.Predict(others.Architectures).Select(prediction => prediction.Score)], [.. others.Values]);

    // The kinds of models in the mixture, by the names that stand before them in the file.
    private static string Members(Surrogate surrogate)
    {
        var bytes = BinaryText.Read("surrogates.model.v1:", surrogate.Model.Serialize(), reader => reader.ReadBytes(1 << 24));
        var text = Encoding.Latin1.GetString(bytes);
        Assert.Contains("mixture.v1", text);
        return string.Join(' ', ((string[])["trees", "gaussian-process", "graph-networks"])
            .Where(name => text.Contains($"{name}.v1", StringComparison.Ordinal)));
    }
}
