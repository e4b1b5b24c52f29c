using Surrogates.GaussianProcesses;

namespace Surrogates.Tests.GaussianProcesses;

public class GaussianProcessTests
{
    private static readonly GaussianProcessOptions WithoutNoise = new() { Noises = [1e-6], LengthScales = [1] };

    [Fact]
    public void Without_noise_it_goes_through_its_values()
    {
        var (rows, targets) = Data(30);
        var (means, deviations) = Predict(GaussianProcess.Fit(rows, targets, seed: 1, WithoutNoise), rows);
        for (var i = 0; i < targets.Length; i++)
        {
            Assert.Equal(targets[i], means[i], 1e-3);
            Assert.InRange(deviations[i], 0, 0.02);
        }
    }

    [Fact]
    public void It_is_surer_near_its_rows_than_far_away()
    {
        var (rows, targets) = Data(30);
        var process = GaussianProcess.Fit(rows, targets, seed: 1);
        var deviations = Predict(process, [.. rows[..2], 100, 100]).Deviations;
        Assert.True(deviations[0] < deviations[1]);
    }

    [Fact]
    public void It_predicts_a_smooth_function()
    {
        var (rows, targets) = Data(80);
        var (testRows, testTargets) = Data(50, seed: 2);
        var means = Predict(GaussianProcess.Fit(rows, targets, seed: 1), testRows).Means;
        Assert.InRange(means.Zip(testTargets, (mean, target) => Math.Abs(mean - target)).Average(), 0, 0.15);
    }

    [Fact]
    public void Units_of_the_features_do_not_matter()
    {
        var (rows, targets) = Data(40);
        float[] scaled = [.. rows.Select((number, i) => i % 2 == 0 ? (4 * number) + 8 : number / 16)];
        var expected = Predict(GaussianProcess.Fit(rows, targets, seed: 1), rows).Means;
        var actual = Predict(GaussianProcess.Fit(scaled, targets, seed: 1), scaled).Means;
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    [Fact]
    public void Constant_features_constant_targets_and_equal_rows_do_no_harm()
    {
        float[] rows = [1, 1, 1, 1, 1, 1];
        var (means, deviations) = Predict(GaussianProcess.Fit(rows, [2, 2, 2], seed: 1), [1, 1, 5, 5]);
        Assert.All(means.Concat(deviations), number => Assert.True(double.IsFinite(number)));
        Assert.Equal(means[0], means[1]);
    }

    [Fact]
    public void A_batch_is_predicted_as_its_rows_are()
    {
        var (rows, targets) = Data(60);
        var (test, _) = Data(37, seed: 3);
        var process = GaussianProcess.Fit(rows, targets, seed: 1);
        var (means, deviations) = Predict(process, test);
        for (var i = 0; i < means.Length; i++)
        {
            var (mean, deviation) = Predict(process, test[(2 * i)..((2 * i) + 2)]);
            Assert.Equal((means[i], deviations[i]), (mean[0], deviation[0]));
        }
    }

    [Fact]
    public void It_is_read_as_it_was_written()
    {
        var (rows, targets) = Data(25);
        var process = GaussianProcess.Fit(rows, targets, seed: 1);
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        process.Write(writer);
        bytes.Position = 0;
        using var reader = new BinaryReader(bytes);
        var (means, deviations) = Predict(process, rows);
        var read = Predict(GaussianProcess.Read(reader), rows);
        Assert.Equal(means, read.Means);
        Assert.Equal(deviations, read.Deviations);
    }

    private static (double[] Means, double[] Deviations) Predict(GaussianProcess process, float[] rows)
    {
        var (means, deviations) = (new double[rows.Length / process.Features], new double[rows.Length / process.Features]);
        process.Predict(rows, means, deviations);
        return (means, deviations);
    }

    private static (float[] Rows, double[] Targets) Data(int count, int seed = 1)
    {
        var random = new Random(seed);
        float[] rows = [.. Enumerable.Range(0, 2 * count).Select(_ => random.NextSingle())];
        return (rows, [.. Enumerable.Range(0, count).Select(i => Math.Sin(3 * rows[2 * i]) + rows[(2 * i) + 1])]);
    }
}
