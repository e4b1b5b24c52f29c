using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.Architectures;
using Surrogates.Encodings;
using Surrogates.Evaluation;
using Surrogates.Graphs;
using Surrogates.Tests.Models;

namespace Surrogates.Tests.Graphs;

public class ArchitectureGraphRegressionTrainerTests
{
    private static readonly ArchitectureEncoding Encoding = ArchitectureEncoding.WithGraphFor(SearchSpaces.Micro);

    private static readonly ArchitectureGraphRegressionTrainer.Options Quick = new()
    {
        HiddenSize = 8,
        NumberOfNetworks = 3,
        NumberOfSteps = 60,
        LearningRate = 0.03,
    };

    // Trained once for all tests that only look at it.
    private static readonly Lazy<TransformerChain<ArchitectureGraphRegressionTransformer>> Trained = new(() => Pipeline(Quick).Fit(Data(0, 150)));

    private static readonly MLContext Context = new(seed: 1);

    [Fact]
    public void It_learns_and_is_evaluated_as_any_trainer()
    {
        var model = Trained.Value;
        Assert.InRange(Context.Regression.Evaluate(model.Transform(Data(150, 300))).RSquared, 0.8, 1);
        var width = Encoding.For(SearchSpaces.Micro).FeatureNames.Count;
        Assert.Equal((3, width), (model.LastTransformer.Model.NumberOfNetworks, model.LastTransformer.Model.NumberOfFeatures));
        Assert.Equal("Features", model.LastTransformer.FeatureColumnName);
    }

    [Theory]
    [InlineData(GraphConvolution.Isomorphism, RankingLoss.PairwiseHinge)]
    [InlineData(GraphConvolution.Isomorphism, RankingLoss.ListMle)]
    [InlineData(GraphConvolution.Gated, RankingLoss.SquaredError)]
    [InlineData(GraphConvolution.Attention, RankingLoss.SquaredError)]
    [InlineData(GraphConvolution.Transformer, RankingLoss.SquaredError)]
    public void Each_convolution_and_each_loss_learns_from_the_graph_alone(GraphConvolution convolution, RankingLoss loss)
    {
        var model = Pipeline(Quick with { Convolution = convolution, Loss = loss }, new ArchitectureEncoding().Graph()).Fit(Data(0, 120));
        var scored = model.Transform(Data(150, 300));
        Assert.InRange(Correlation(scored), 0.8, 1);

        // What only learned an order is led back to the label's units.
        Assert.InRange(Context.Regression.Evaluate(scored).RSquared, 0.5, 1);
    }

    [Theory]
    [InlineData(GraphConvolution.Isomorphism)]
    [InlineData(GraphConvolution.Transformer)]
    public void Steps_on_a_part_of_the_rows_learn_too(GraphConvolution convolution)
    {
        var model = Pipeline(Quick with { Convolution = convolution, BatchSize = 32, NumberOfSteps = 80 }).Fit(Data(0, 150));
        Assert.InRange(Correlation(model.Transform(Data(150, 300))), 0.8, 1);
    }

    [Fact]
    public void It_is_cross_validated()
    {
        var results = Context.Regression.CrossValidate(Data(0, 120), Pipeline(Quick), numberOfFolds: 2);
        Assert.All(results, result => Assert.InRange(result.Metrics.RSquared, 0.5, 1));
    }

    [Fact]
    public void A_prediction_engine_gives_what_the_model_gives()
    {
        var row = Rows(150, 1)[0];
        using var engine = Context.Model.CreatePredictionEngine<Row, Output>(Trained.Value);
        var output = engine.Predict(row);
        var prediction = Trained.Value.LastTransformer.Model.Predict(Encoding.For(SearchSpaces.Micro).Encode(SearchSpaces.Micro.Parse(row.Architecture)));
        Assert.Equal(((float)prediction.Score, (float)prediction.StandardDeviation), (output.Score, output.ScoreStandardDeviation));
        Assert.True(prediction.StandardDeviation > 0 && prediction.Lower < prediction.Score && prediction.Score < prediction.Upper);
    }

    [Fact]
    public void What_matters_is_found_by_permutation()
    {
        var encoded = Context.Data.Cache(Trained.Value.Transform(Data(150, 20)));
        var importance = Context.Regression.PermutationFeatureImportance(Trained.Value.LastTransformer, encoded, permutationCount: 1);
        double[] losses = [.. importance.Select(metrics => metrics.RSquared.Mean)];
        Assert.Equal(Trained.Value.LastTransformer.Model.NumberOfFeatures, losses.Length);
        Assert.True(losses.Min() < -0.001);

        // The header is the same in every row.
        Assert.All(losses[..3], loss => Assert.Equal(0, loss));
    }

    [Fact]
    public void A_saved_model_is_loaded_by_plain_ML_NET_and_scores_bit_for_bit()
    {
        var data = Data(100, 100);
        var loaded = Reload(Trained.Value, data.Schema);
        foreach (var column in (string[])["Score", "ScoreStandardDeviation"])
        {
            Assert.Equal(Bits(Trained.Value.Transform(data), column), Bits(loaded.Transform(data), column));
        }
    }

    [Fact]
    public void Another_encoding_and_another_trainer_stand_beside_it_in_one_file()
    {
        var data = Data(0, 60);
        var model = Pipeline(Quick with { NumberOfSteps = 10 })
            .Append(Context.Transforms.CopyColumns("GraphScore", "Score"))
            .Append(Context.Transforms.CopyColumns("GraphDeviation", "ScoreStandardDeviation"))
            .Append(Context.Transforms.EncodeArchitecture("OtherFeatures", "Architecture", SearchSpaces.Micro, e => e.OneHot().Cost()))
            .Append(Context.Regression.Trainers.ExtraTrees(featureColumnName: "OtherFeatures", numberOfTrees: 10))
            .Fit(data);
        var (expected, actual) = (model.Transform(data), Reload(model, data.Schema).Transform(data));
        foreach (var column in (string[])["GraphScore", "GraphDeviation", "Score", "ScoreStandardDeviation"])
        {
            Assert.Equal(Bits(expected, column), Bits(actual, column));
        }

        Assert.NotEqual(Bits(expected, "GraphScore"), Bits(expected, "Score"));
        Assert.Equal(Bits(Pipeline(Quick with { NumberOfSteps = 10 }).Fit(data).Transform(data), "Score"), Bits(expected, "GraphScore"));
    }

    [Fact]
    public void The_seed_decides_the_model()
    {
        Assert.Equal(Fit(seed: 1), Fit(seed: 1));
        Assert.NotEqual(Fit(seed: 1), Fit(seed: 2));

        static string Fit(int seed) =>
            Pipeline(Quick with { NumberOfSteps = 5, BatchSize = 16, Seed = seed }).Fit(Data(0, 40)).LastTransformer.Model.Serialize();
    }

    [Fact]
    public void Rows_without_a_label_and_missing_attributes_do_no_harm()
    {
        var rows = Rows(0, 60);
        var sparse = Rows(0, 60);
        sparse.ForEach(row => row.Proxy = float.NaN);
        Assert.Equal(Score(rows), Score([.. rows, new Row { Architecture = rows[0].Architecture, Label = float.NaN, Proxy = 1e9f }]));

        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].Proxy = i % 7 == 0 ? float.NaN : rows[i].Label;
        }

        Assert.All(Score(rows), score => Assert.True(float.IsFinite(score)));

        // All are missing, in training or later.
        Assert.All(Score(sparse), score => Assert.True(float.IsFinite(score)));

        float[] Score(List<Row> training)
        {
            var model = Context.Transforms.EncodeArchitecture("Encoded", "Architecture", SearchSpaces.Micro, e => e.Graph().Cost())
                .Append(Context.Transforms.Concatenate("Features", "Encoded", "Proxy"))
                .Append(Context.Regression.Trainers.ArchitectureGraph(Quick with { NumberOfSteps = 20 }))
                .Fit(Context.Data.LoadFromEnumerable(training));
            return [.. model.Transform(Context.Data.LoadFromEnumerable(rows.Concat(sparse))).GetColumn<float>("Score")];
        }
    }

    // None of the network's nodes leads from the input to the output.
    [Fact]
    public void An_architecture_without_a_path_is_scored()
    {
        using var engine = Context.Model.CreatePredictionEngine<Row, Output>(Trained.Value);
        var output = engine.Predict(new Row { Architecture = "64-41414-0_00_000" });
        Assert.True(float.IsFinite(output.Score) && output.ScoreStandardDeviation > 0);
    }

    [Theory]
    [InlineData("Nothing", "Features", "label column 'Nothing'")]
    [InlineData("Architecture", "Features", "label column 'Architecture' must be")]
    [InlineData("Label", "Nothing", "feature column 'Nothing'")]
    [InlineData("Label", "Label", "feature column 'Label' must be")]
    public void A_column_that_does_not_fit_is_named(string label, string features, string named)
    {
        var encoded = Context.Transforms.EncodeArchitecture("Features", "Architecture", SearchSpaces.Micro, Encoding).Fit(Data(0, 5)).Transform(Data(0, 5));
        var trainer = Context.Regression.Trainers.ArchitectureGraph(label, features);
        Assert.Contains(named, Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Fit(encoded)).Message);

        // A chain asks before it fits anything.
        var chain = Context.Transforms.CopyColumns("Copy", "Label").Append(trainer);
        Assert.Contains(named, Assert.Throws<ArgumentOutOfRangeException>(() => chain.Fit(encoded)).Message);
    }

    [Theory]
    [InlineData(0, "no row with a label in 'Label'")]
    [InlineData(1, "1 row with a label in 'Label'; expected 2 or more")]
    public void Too_few_rows_are_refused(int rows, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidOperationException>(() => Pipeline(Quick).Fit(Data(0, rows))).Message);

    [Fact]
    public void Two_rows_are_enough()
    {
        var model = Pipeline(Quick with { NumberOfNetworks = 2, NumberOfSteps = 2 }).Fit(Data(0, 2));
        Assert.All(model.Transform(Data(0, 20)).GetColumn<float>("Score"), score => Assert.True(float.IsFinite(score)));
    }

    [Fact]
    public void Features_that_do_not_begin_with_a_graph_are_refused_with_what_to_do()
    {
        foreach (var encoding in (ArchitectureEncoding[])[new ArchitectureEncoding().OneHot().Graph(), new ArchitectureEncoding().OneHot()])
        {
            ExpectAdvice(() => Pipeline(Quick, encoding).Fit(Data(0, 20)));
        }

        // Normalized, a graph is none any more.
        ExpectAdvice(() => Context.Transforms.EncodeArchitecture("Features", "Architecture", SearchSpaces.Micro, Encoding)
            .Append(Context.Transforms.NormalizeMinMax("Features")).Append(Context.Regression.Trainers.ArchitectureGraph(Quick)).Fit(Data(0, 20)));

        static void ExpectAdvice(Action fit)
        {
            var message = Assert.Throws<ArgumentOutOfRangeException>(fit).Message;
            Assert.Contains("The feature column 'Features' must begin with a graph", message);
            Assert.Contains("new ArchitectureEncoding().Graph()", message);
        }
    }

    [Fact]
    public void A_row_of_another_length_is_refused()
    {
        var width = Trained.Value.LastTransformer.Model.NumberOfFeatures;
        var message = Assert.Throws<ArgumentException>(() => Trained.Value.LastTransformer.Model.Predict(new float[2 * width])).Message;
        Assert.Contains($"trained on {width} features, not {2 * width}", message);
    }

    private static EstimatorChain<ArchitectureGraphRegressionTransformer> Pipeline(
        ArchitectureGraphRegressionTrainer.Options options, ArchitectureEncoding? encoding = null) =>
        Context.Transforms.EncodeArchitecture("Features", "Architecture", SearchSpaces.Micro, encoding ?? Encoding)
            .Append(Context.Regression.Trainers.ArchitectureGraph(options));

    private static IDataView Data(int first, int count) => Context.Data.LoadFromEnumerable(Rows(first, count));

    private static List<Row> Rows(int first, int count)
    {
        var set = Samples.Micro(first + count);
        return [.. Enumerable.Range(first, count).Select(i => new Row { Architecture = set.Architectures[i].Text, Label = (float)set.Values[i] })];
    }

    private static ITransformer Reload(ITransformer model, DataViewSchema schema)
    {
        using var file = new MemoryStream();
        Context.Model.Save(model, schema, file);
        file.Position = 0;
        return new MLContext().Model.Load(file, out _);
    }

    private static IEnumerable<int> Bits(IDataView scored, string column) => scored.GetColumn<float>(column).Select(BitConverter.SingleToInt32Bits);

    private static double Correlation(IDataView scored) => RankCorrelation.Spearman(
        [.. scored.GetColumn<float>("Score").Select(score => (double)score)], [.. scored.GetColumn<float>("Label").Select(label => (double)label)]);

    private sealed class Row
    {
        public string Architecture { get; set; } = "";

        public float Label { get; set; }

        public float Proxy { get; set; }
    }

    private sealed class Output
    {
        public float Score { get; set; }

        public float ScoreStandardDeviation { get; set; }
    }
}
