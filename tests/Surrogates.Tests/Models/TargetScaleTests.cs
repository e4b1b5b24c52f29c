using CsCheck;
using Surrogates.Models;

namespace Surrogates.Tests.Models;

public class TargetScaleTests
{
    private static readonly Gen<double[]> Values = Gen.OneOf(Gen.Double[-100, 100].Array[2, 400], Gen.Int[0, 5].Select(i => (double)i).Array[2, 50]);

    [Fact]
    public void Higher_values_have_higher_scores() => Values.Select(Gen.Double[-200, 200].Array[20]).Sample((values, others) =>
    {
        var scale = TargetScale.Fit(values);
        foreach (var (low, high) in values.Concat(others).Order().Zip(values.Concat(others).Order().Skip(1)))
        {
            Assert.True(scale.ToScore(low) <= scale.ToScore(high));
            Assert.True(scale.ToValue(low / 50) <= scale.ToValue(high / 50));
        }
    });

    [Fact]
    public void A_score_leads_back_to_its_value() => Values.Where(v => v.Distinct().Count() > 1).Select(Gen.Double[-200, 200]).Sample((values, other) =>
    {
        var scale = TargetScale.Fit(values);
        Assert.All(values.Append(other), value => Assert.Equal(value, scale.ToValue(scale.ToScore(value)), 1e-6));
    });

    [Fact]
    public void Scores_have_mean_zero_and_variance_one()
    {
        double[] values = [.. Enumerable.Range(0, 101).Select(i => Math.Exp(i / 10.0))];
        var scale = TargetScale.Fit(values);
        double[] scores = [.. values.Select(scale.ToScore)];
        Assert.Equal(0, scores.Average(), 1e-9);
        Assert.Equal(1, scores.Average(score => score * score), 1e-9);
    }

    [Fact]
    public void An_outlier_does_not_squeeze_the_others()
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(i => (double)i), -1e9];
        var scale = TargetScale.Fit(values);
        Assert.True(scale.ToScore(49) - scale.ToScore(0) > 2);
    }

    [Fact]
    public void Equal_values_have_one_score_which_leads_back()
    {
        var scale = TargetScale.Fit([5, 5, 5]);
        Assert.Equal((0, 0, 5.0), (scale.ToScore(5), scale.ToScore(7), scale.ToValue(3)));
    }

    [Fact]
    public void It_is_read_as_it_was_written() => Values.Sample(values =>
    {
        var scale = TargetScale.Fit(values);
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        scale.Write(writer);
        bytes.Position = 0;
        using var reader = new BinaryReader(bytes);
        var read = TargetScale.Read(reader);
        Assert.All(values, value => Assert.Equal(scale.ToScore(value), read.ToScore(value)));
    });
}
