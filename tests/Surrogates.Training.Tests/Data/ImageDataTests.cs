using Surrogates.Tests;
using Surrogates.Training.Data;

namespace Surrogates.Training.Tests.Data;

public class ImageDataTests
{
    [Fact]
    public void Pictures_are_read_in_the_order_asked_for_and_from_many_threads()
    {
        using var folder = new TemporaryFolder();
        IdxWriter.WriteDataset(folder, train: 90, test: 0);
        using var splits = ImageData.Open(folder.File(""));
        Parallel.For(0, 200, seed =>
        {
            var random = new Random(seed);
            int[] indices = [.. Enumerable.Range(0, 16).Select(_ => random.Next(90))];
            var planes = new byte[16 * 12];
            splits.Dataset.Read(indices, planes);
            Assert.Equal(indices.SelectMany(index => Enumerable.Repeat((byte)index, 12)), planes);
        });
    }

    [Fact]
    public void Wrong_reads_are_refused()
    {
        using var folder = new TemporaryFolder();
        IdxWriter.WriteDataset(folder, train: 30, test: 0);
        var splits = ImageData.Open(folder.File(""));
        Assert.Throws<ArgumentException>(() => splits.Dataset.Read([0], new byte[11]));
        Assert.Throws<ArgumentOutOfRangeException>(() => splits.Dataset.Read([30], new byte[12]));
        Assert.Throws<ArgumentOutOfRangeException>(() => splits.Dataset.Read([-1], new byte[12]));
        Assert.Throws<ArgumentOutOfRangeException>(() => splits.Dataset.GetItemName(30));
        splits.Dispose();
        splits.Dispose();
        Assert.Throws<ObjectDisposedException>(() => splits.Dataset.Read([0], new byte[12]));
    }

    [Fact]
    public void Progress_ends_at_one_and_cancellation_stops()
    {
        using var folder = new TemporaryFolder();
        Pictures.WriteClasses(folder, classes: 2, pictures: 10);
        var shares = new List<double>();
        ImageData.Open(folder.File(""), progress: new Receiver<double>(shares.Add)).Dispose();
        Assert.Equal(20, shares.Count);
        Assert.Equal(1, shares.Max());

        using var cancellation = new CancellationTokenSource();
        var cancelling = new Receiver<double>(_ => cancellation.Cancel());
        Assert.ThrowsAny<OperationCanceledException>(
            () => ImageData.Open(folder.File(""), new() { Parallelism = 1 }, cancelling, cancellation.Token));
    }

    [Fact]
    public void Options_out_of_range_are_told()
    {
        Check(new() { Size = 0 }, "size 0: pictures are brought to squares of 1 to 4096 pixels a side.");
        Check(new() { Size = 5000 }, "size 5000: pictures are brought to squares of 1 to 4096 pixels a side.");
        Check(new() { MaximumImages = 1 }, "1 images at most: 2 or more are needed to train.");
        Check(new() { ValidationShare = double.NaN }, "validation share NaN: a share is 0 to 0.9, such as 0.2.");
        Check(new() { TestShare = 1 }, "test share 1: a share is 0 to 0.9, such as 0.2.");
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageData.Open("x", new() { MemoryBudgetBytes = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageData.Open("x", new() { Parallelism = 0 }));

        static void Check(ImageDataOptions options, string expected) =>
            Assert.Equal(expected, Assert.Throws<InputException>(() => ImageData.Open("x", options)).Message);
    }

    [Fact]
    public void Memory_budget_defaults_to_some_of_what_there_is() => Assert.True(new ImageDataOptions().MemoryBudget > 1 << 20);
}
