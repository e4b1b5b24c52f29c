using Surrogates.Tests;
using Surrogates.Training.Data;

namespace Surrogates.Training.Tests.Data.Taskonomy;

public class TaskonomyLabelTests
{
    [Fact]
    public void Segments_are_the_same_from_every_kind_of_png()
    {
        const int Side = FakeTaskonomy.Side;
        int Value(int x, int y) => ((3 * x) + y) % 16;
        byte[][] files =
        [
            PngWriter.Grey(Side, Side, Value),
            PngWriter.Grey(Side, Side, Value, bitDepth: 4),
            PngWriter.Grey(Side, Side, Value, bitDepth: 16),
            PngWriter.Indices(Side, Side, Value),
            PngWriter.Indices(Side, Side, Value, bitDepth: 4),
            PngWriter.Colours(Side, Side, (x, y, _) => Value(x, y)),
            PngWriter.ColoursAlpha(Side, Side, (x, y, channel) => channel < 3 ? Value(x, y) : 255),
        ];
        foreach (var file in files)
        {
            using var folder = new TemporaryFolder();
            var fake = new FakeTaskonomy(folder).Write(3, 1);
            fake.Write(0, 0, "segment_semantic", "segmentsemantic.png", file);
            using var splits = ImageData.Open(fake.Root, new() { Size = Side });
            var classes = new byte[Side * Side];
            ((SegmentLabels)splits.Dataset.Labels.For("segmentsemantic")!).Read([0], classes);
            for (var i = 0; i < classes.Length; i++)
            {
                var value = Value(i % Side, i / Side);
                Assert.Equal(value == 0 ? SegmentLabels.Unlabelled : value - 1, classes[i]);
            }
        }
    }

    [Fact]
    public void Points_may_tell_what_is_not_finite_elsewhere()
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(3, 1);
        var pose = FakeTaskonomy.Pose(0).Replace(
            "{\"camera", "{\"a \\\" NaN\": [NaN, Infinity, -Infinity, \"-NaN\"], \"camera", StringComparison.Ordinal);
        fake.Write(0, 0, "point_info", "point_info.json", System.Text.Encoding.UTF8.GetBytes(pose));
        using var splits = ImageData.Open(fake.Root, new() { Size = 2 });
        Assert.Equal(4, ((VectorLabels)splits.Dataset.Labels.For("room_layout")!).Row(0)[6]);
    }

    [Fact]
    public void Segment_names_begin_with_the_background()
    {
        using var folder = new TemporaryFolder();
        using var splits = ImageData.Open(new FakeTaskonomy(folder).Write(3, 1).Root, new() { Size = 2 });
        var names = ((SegmentLabels)splits.Dataset.Labels.For("segmentsemantic")!).SegmentNames;
        Assert.Equal((17, "background", "bottle", "vase"), (names.Length, names[0], names[1], names[16]));
    }

    [Fact]
    public void Classes_that_are_used_alone_are_taken_as_they_are()
    {
        var probabilities = new double[75];
        (probabilities[3], probabilities[74]) = (0.25, 0.75);
        AssertRow(probabilities, expected: probabilities);

        // Cut out of a thousand without making them sum to 1.
        AssertRow([.. probabilities.Select(value => value / 10)], expected: probabilities);

        // Logits: e to the power of each, in proportion.
        var logits = Enumerable.Range(0, 75).Select(i => i / 10.0).ToArray();
        var sum = logits.Sum(Math.Exp);
        AssertRow(logits, [.. logits.Select(logit => Math.Exp(logit) / sum)]);
        AssertRow([.. logits.Select(logit => logit - 5000)], [.. logits.Select(logit => Math.Exp(logit) / sum)]);
    }

    private static void AssertRow(double[] numbers, double[] expected)
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(3, 1);
        fake.Write(0, 0, "class_object", "class_object.npy", NpyWriter.Doubles("(75,)", numbers));
        using var splits = ImageData.Open(fake.Root, new() { Size = 2 });
        var row = ((SoftLabels)splits.Dataset.Labels.For("class_object")!).Row(0).ToArray();
        for (var i = 0; i < row.Length; i++)
        {
            Assert.Equal(expected[i], row[i], 1e-7);
        }
    }
}
