using Surrogates.Training.Data;

namespace Surrogates.Training.Tests.Data.Idx;

public class FashionMnistTests
{
    // Where Debian's package dataset-fashion-mnist puts it.
    private const string Folder = "/usr/share/datasets/fashion-mnist";

    [Fact]
    public void Fashion_MNIST_is_read_as_published()
    {
        if (!Directory.Exists(Folder))
        {
            Assert.Skip($"Fashion-MNIST is not in {Folder} (Debian: apt install dataset-fashion-mnist).");
        }

        using var splits = ImageData.Open(Folder);
        Assert.Equal((48_000, 12_000, 10_000), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
        Assert.Equal("fashion-mnist", splits.Dataset.Name);
        Assert.Equal((28, 28), (splits.Dataset.Height, splits.Dataset.Width));
        var labels = Assert.IsType<ClassLabels>(splits.Dataset.Labels);
        Assert.Equal([9, 0, 0, 3, 0], labels.Classes[..5]);
        foreach (var (subset, each) in new[] { (splits.Train, 4800), (splits.Validation, 1200), (splits.Test, 1000) })
        {
            Assert.Equal(Enumerable.Repeat(each, 10), subset.Indices.CountBy(index => labels.Classes[index]).Select(pair => pair.Value));
        }

        // The published mean of all training pixels is 0.2860.
        var planes = new byte[60_000 * splits.Dataset.PictureBytes];
        splits.Dataset.Read([.. Enumerable.Range(0, 60_000)], planes);
        Assert.Equal(0.2860, planes.Sum(value => (long)value) / 255.0 / planes.Length, 4);
    }

    [Fact]
    public void Few_of_its_pictures_are_drawn_and_the_test_set_stays()
    {
        if (!Directory.Exists(Folder))
        {
            Assert.Skip($"Fashion-MNIST is not in {Folder} (Debian: apt install dataset-fashion-mnist).");
        }

        using var splits = ImageData.Open(Folder, new() { MaximumImages = 1000 });
        Assert.Equal((800, 200, 10_000), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
    }
}
