using CsCheck;
using Surrogates.Models;
using Surrogates.Trees;

namespace Surrogates.Tests.Models;

public class MixtureModelTests
{
    private const int Width = 5;

    private static readonly Lazy<IRegressionModel[]> Trees = new(() => [Grow(Width, 1), Grow(Width, 2), Grow(Width - 2, 3)]);

    [Fact]
    public void Mean_and_variance_are_those_of_drawing_a_model_by_its_weight() => Gen.Double[0.01, 1].Array[3].Sample(numbers =>
    {
        var members = Members([.. numbers.Select(number => number / numbers.Sum())]);
        var rows = Rows(30);
        var (means, deviations) = Predict(new MixtureModel(Width, members), rows);
        for (var row = 0; row < means.Length; row++)
        {
            var parts = members.Select(member =>
            {
                var (mean, deviation) = Predict(member.Model, rows[((row * Width) + member.Skipped)..((row + 1) * Width)]);
                return (member.Weight, Mean: mean[0], Deviation: deviation[0]);
            }).ToArray();
            var expected = parts.Sum(part => part.Weight * part.Mean);
            var variance = parts.Sum(part => part.Weight * (Math.Pow(part.Mean - expected, 2) + Math.Pow(part.Deviation, 2)));
            Assert.Equal(expected, means[row], 1e-9);
            Assert.Equal(Math.Sqrt(variance), deviations[row], 1e-9);
        }
    }, iter: 30);

    [Fact]
    public void Held_out_predictions_are_mixed_likewise()
    {
        var members = Members([0.5, 0.3, 0.2]);
        var rows = Rows(20);
        var heldOut = members.Select((member, i) =>
        {
            var (means, deviations) = Predict(member.Model, FeatureRows.Skip(rows, Width, member.Skipped));
            return new HeldOutPredictions(means, deviations, i);
        }).ToArray();
        var mixed = HeldOutPredictions.Mix(heldOut, [0.5, 0.3, 0.2]);
        var (expectedMeans, expectedDeviations) = Predict(new MixtureModel(Width, members), rows);
        AssertClose(expectedMeans, mixed.Means);
        AssertClose(expectedDeviations, mixed.Deviations);
        Assert.Equal((0.3 * 0.3) + (0.2 * 0.2 * 2), mixed.ExcessVariance, 1e-12);
    }

    [Fact]
    public void It_is_read_as_it_was_written()
    {
        var mixture = new MixtureModel(Width, Members([0.5, 0.3, 0.2]));
        var read = Assert.IsType<MixtureModel>(Read(writer => RegressionModelFormat.Write(writer, mixture)));
        Assert.Equal(Width, read.Features);
        var rows = Rows(30);
        Assert.Equal(Predict(mixture, rows).Means, Predict(read, rows).Means);
        Assert.Equal(Predict(mixture, rows).Deviations, Predict(read, rows).Deviations);
    }

    // What version 1 of the library wrote for its ensembles.
    [Fact]
    public void An_average_of_the_first_format_is_read()
    {
        IRegressionModel[] models = [Trees.Value[0], Trees.Value[1], new ConstantModel(Width, 3, 0.5)];
        var read = Read(writer =>
        {
            writer.Write("average.v1");
            writer.Write(models.Length);
            foreach (var model in models)
            {
                RegressionModelFormat.Write(writer, model);
            }
        });
        var rows = Rows(10);
        var parts = models.Select(model => Predict(model, rows)).ToArray();
        var (means, deviations) = Predict(read, rows);
        AssertClose(Enumerable.Range(0, 10).Select(row => parts.Average(part => part.Means[row])), means);
        AssertClose(
            Enumerable.Range(0, 10).Select(row => Math.Sqrt(parts.Average(part => Math.Pow(part.Means[row] - means[row], 2) + Math.Pow(part.Deviations[row], 2)))),
            deviations);

        // It is written anew in the format of today.
        Assert.Equal(means, Predict(Read(writer => RegressionModelFormat.Write(writer, read)), rows).Means);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65)]
    [InlineData(int.MaxValue)]
    public void A_damaged_count_is_refused(int count)
    {
        Assert.Contains($"a mixture of {count} models", Refuse(writer => WriteMixture(writer, Width, count, 1, 0, Width)));
        Assert.Contains($"a mixture of {count} models", Refuse(writer =>
        {
            writer.Write("average.v1");
            writer.Write(count);
        }));
    }

    [Theory]
    [InlineData(0.0, 0, Width)]
    [InlineData(-0.5, 0, Width)]
    [InlineData(1.5, 0, Width)]
    [InlineData(double.NaN, 0, Width)]
    [InlineData(double.PositiveInfinity, 0, Width)]
    [InlineData(1.0, -1, Width + 1)]
    [InlineData(1.0, 1, Width)]
    [InlineData(1.0, 0, Width - 1)]
    [InlineData(1.0, int.MaxValue, Width)]
    public void A_damaged_member_is_refused(double weight, int skipped, int features) =>
        Assert.Contains($"a model of {features} features", Refuse(writer => WriteMixture(writer, Width, 1, weight, skipped, features)));

    [Fact]
    public void An_average_of_models_with_different_features_is_refused() => Assert.Contains("different features", Refuse(writer =>
    {
        writer.Write("average.v1");
        writer.Write(2);
        RegressionModelFormat.Write(writer, new ConstantModel(3, 0, 1));
        RegressionModelFormat.Write(writer, new ConstantModel(4, 0, 1));
    }));

    // Refused at the first nested one: a file that nests often enough would otherwise end the process, for no stack is that deep.
    [Theory]
    [InlineData("mixture.v1")]
    [InlineData("average.v1")]
    public void Mixtures_of_mixtures_are_refused_however_deep_they_are(string inner) => Assert.Contains("mixture of mixtures", Refuse(writer =>
    {
        for (var depth = 0; depth < 200_000; depth++)
        {
            writer.Write(depth == 0 ? "mixture.v1" : inner);
            if (depth == 0 || inner == "mixture.v1")
            {
                writer.Write(Width);
            }

            writer.Write(1);
            if (depth == 0 || inner == "mixture.v1")
            {
                writer.Write(1.0);
                writer.Write(0);
            }
        }

        RegressionModelFormat.Write(writer, new ConstantModel(Width, 0, 1));
    }));

    private static void WriteMixture(BinaryWriter writer, int width, int count, double weight, int skipped, int features)
    {
        writer.Write("mixture.v1");
        writer.Write(width);
        writer.Write(count);
        writer.Write(weight);
        writer.Write(skipped);
        RegressionModelFormat.Write(writer, new ConstantModel(features, 0, 1));
    }

    private static MixtureMember[] Members(double[] weights) =>
        [.. weights.Select((weight, i) => new MixtureMember(weight, Width - Trees.Value[i].Features, Trees.Value[i]))];

    private static IRegressionModel Grow(int width, int seed)
    {
        var random = new Random(seed);
        float[] rows = [.. Enumerable.Range(0, 40 * width).Select(_ => random.NextSingle())];
        double[] targets = [.. Enumerable.Range(0, 40).Select(row => 10 * rows[row * width] * random.NextDouble())];
        return new ExtraTreesBuilder(new ExtraTreesOptions { NumberOfTrees = 5, Seed = seed }, rows, targets).Fit(CancellationToken.None).Model;
    }

    private static float[] Rows(int count)
    {
        var random = new Random(9);
        return [.. Enumerable.Range(0, count * Width).Select(_ => random.NextSingle())];
    }

    private static (double[] Means, double[] Deviations) Predict(IRegressionModel model, float[] rows)
    {
        var means = new double[rows.Length / model.Features];
        var deviations = new double[means.Length];
        model.Predict(rows, means, deviations);
        return (means, deviations);
    }

    private static string Refuse(Action<BinaryWriter> write) => Assert.Throws<InvalidDataException>(() => Read(write)).Message;

    private static IRegressionModel Read(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        write(writer);
        bytes.Position = 0;
        return RegressionModelFormat.Read(new BinaryReader(bytes));
    }

    private static void AssertClose(IEnumerable<double> expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
}
