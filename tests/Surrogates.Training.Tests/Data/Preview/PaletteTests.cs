using Surrogates.Training.Data;
using Surrogates.Training.Data.Preview;

namespace Surrogates.Training.Tests.Data.Preview;

public sealed class PaletteTests
{
    [Fact]
    public void As_many_classes_as_there_can_be_have_colours_of_their_own()
    {
        var colors = Enumerable.Range(0, SegmentLabels.MostClasses).Select(Palette.Color).ToList();
        Assert.Equal(colors.Count, colors.Distinct().Count());
        Assert.DoesNotContain(Rgb.White, colors);
    }

    [Fact]
    public void The_first_colours_are_far_from_one_another()
    {
        var colors = Enumerable.Range(0, 20).Select(Palette.Color).ToList();
        foreach (var (i, first) in colors.Index())
        {
            foreach (var second in colors.Skip(i + 1))
            {
                var distance = Math.Abs(first.Red - second.Red) + Math.Abs(first.Green - second.Green) + Math.Abs(first.Blue - second.Blue);
                Assert.True(distance > 60, $"{first} {second}");
            }
        }
    }
}
