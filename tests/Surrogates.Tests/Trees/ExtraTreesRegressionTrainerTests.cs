using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.Trees;

namespace Surrogates.Tests.Trees;

public class ExtraTreesRegressionTrainerTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void It_learns_and_is_evaluated_as_any_trainer()
    {
        var model = _context.Regression.Trainers.ExtraTrees().Fit(Data(400, seed: 1));
        var metrics = _context.Regression.Evaluate(model.Transform(Data(400, seed: 2)));
        Assert.InRange(metrics.RSquared, 0.85, 1);
        Assert.Equal((100, 4), (model.Model.NumberOfTrees, model.Model.NumberOfFeatures));
    }

    [Fact]
    public void It_is_cross_validated()
    {
        var results = _context.Regression.CrossValidate(Data(300, seed: 1), _context.Regression.Trainers.ExtraTrees(numberOfTrees: 30), 3);
        Assert.All(results, result => Assert.InRange(result.Metrics.RSquared, 0.7, 1));
    }

    [Fact]
    public void The_feature_that_matters_most_is_found_by_permutation()
    {
        var data = Data(300, seed: 1);
        var model = _context.Regression.Trainers.ExtraTrees(numberOfTrees: 30).Fit(data);
        var importance = _context.Regression.PermutationFeatureImportance(model, data, permutationCount: 2);
        double[] losses = [.. importance.Select(metrics => metrics.RSquared.Mean)];
        Assert.Equal(0, Array.IndexOf(losses, losses.Min()));
    }

    [Fact]
    public void A_prediction_engine_gives_what_the_model_gives()
    {
        var model = _context.Regression.Trainers.ExtraTrees().Fit(Data(100, seed: 1));
        using var engine = _context.Model.CreatePredictionEngine<Row, Output>(model);
        var row = Rows(1, seed: 3)[0];
        var output = engine.Predict(row);
        Assert.Equal(model.Model.Predict(row.Features), (output.Score, output.ScoreStandardDeviation));
        Assert.True(output.ScoreStandardDeviation > 0);
    }

    [Fact]
    public void A_saved_model_is_loaded_by_plain_ML_NET_and_scores_bit_for_bit()
    {
        var data = Data(100, seed: 1);
        var model = _context.Transforms.NormalizeMinMax("Features").Append(_context.Regression.Trainers.ExtraTrees()).Fit(data);
        using var file = new MemoryStream();
        _context.Model.Save(model, data.Schema, file);
        file.Position = 0;
        var loaded = new MLContext().Model.Load(file, out _);
        foreach (var column in (string[])["Score", "ScoreStandardDeviation"])
        {
            Assert.Equal(model.Transform(data).GetColumn<float>(column), loaded.Transform(data).GetColumn<float>(column));
        }
    }

    [Fact]
    public void The_seed_decides_the_model()
    {
        Assert.Equal(Score(seed: 1), Score(seed: 1));
        Assert.NotEqual(Score(seed: 1), Score(seed: 2));

        float[] Score(int seed)
        {
            var trainer = _context.Regression.Trainers.ExtraTrees(new ExtraTreesRegressionTrainer.Options { NumberOfTrees = 5, Seed = seed });
            return [.. trainer.Fit(Data(50, seed: 1)).Transform(Data(50, seed: 2)).GetColumn<float>("Score")];
        }
    }

    [Fact]
    public void Rows_without_a_label_and_missing_features_do_no_harm()
    {
        var rows = Rows(200, seed: 1);
        var with = rows.Concat([new Row { Label = float.NaN, Features = [1e9f, 1, 1, 1] }]).ToList();
        Assert.Equal(Score(rows), Score(with));

        rows[3].Features[0] = float.NaN;
        Assert.All(Score(rows), score => Assert.True(float.IsFinite(score)));

        float[] Score(IEnumerable<Row> training)
        {
            var model = _context.Regression.Trainers.ExtraTrees(numberOfTrees: 5).Fit(_context.Data.LoadFromEnumerable(training));
            return [.. model.Transform(_context.Data.LoadFromEnumerable(rows)).GetColumn<float>("Score")];
        }
    }

    [Fact]
    public void Sparse_rows_score_as_dense_ones()
    {
        var model = _context.Regression.Trainers.ExtraTrees(numberOfTrees: 5).Fit(Data(50, seed: 1));
        using var sparse = _context.Model.CreatePredictionEngine<SparseRow, Output>(model);
        var output = sparse.Predict(new SparseRow { Features = new VBuffer<float>(4, 1, [0.7f], [2]) });
        Assert.Equal(model.Model.Predict([0, 0, 0.7f, 0]).Score, output.Score);
    }

    [Theory]
    [InlineData("Nothing", "Features", "label column 'Nothing'")]
    [InlineData("Label", "Nothing", "feature column 'Nothing'")]
    [InlineData("Label", "Label", "feature column 'Label' must be")]
    public void A_column_that_does_not_fit_is_named(string label, string features, string named)
    {
        var trainer = _context.Regression.Trainers.ExtraTrees(label, features);
        Assert.Contains(named, Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Fit(Data(10, seed: 1))).Message);
    }

    [Fact]
    public void Data_without_rows_and_settings_out_of_range_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => _context.Regression.Trainers.ExtraTrees().Fit(Data(0, seed: 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _context.Regression.Trainers.ExtraTrees(numberOfTrees: 0));
        var model = _context.Regression.Trainers.ExtraTrees(numberOfTrees: 2).Fit(Data(10, seed: 1)).Model;
        Assert.Throws<ArgumentException>(() => model.Predict([1, 2]));
    }

    private IDataView Data(int count, int seed) => _context.Data.LoadFromEnumerable(Rows(count, seed));

    private static List<Row> Rows(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            float[] features = [.. Enumerable.Range(0, 4).Select(_ => random.NextSingle())];
            return new Row { Features = features, Label = (10 * features[0]) + (3 * features[1]) + (features[2] * features[2]) };
        })];
    }

    private sealed class Row
    {
        public float Label { get; set; }

        [VectorType(4)]
        public float[] Features { get; set; } = [];
    }

    private sealed class SparseRow
    {
        [VectorType(4)]
        public VBuffer<float> Features { get; set; }
    }

    private sealed class Output
    {
        public float Score { get; set; }

        public float ScoreStandardDeviation { get; set; }
    }
}
