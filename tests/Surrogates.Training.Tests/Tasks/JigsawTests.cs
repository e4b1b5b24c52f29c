using System.Diagnostics;
using Surrogates.Training.Data;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Tasks;

public sealed class JigsawTests
{
    [Theory]
    [InlineData(2, 9)]
    [InlineData(9, 8)]
    [InlineData(100, 6)]
    [InlineData(1000, 5)]
    public void PermutationsAreDistinctAndFarApart(int count, int leastDistance)
    {
        var watch = Stopwatch.StartNew();
        var orders = JigsawPermutations.Get(count);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
        Assert.Equal(count, orders.Count);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8], orders[0]);
        Assert.All(orders, order => Assert.Equal(orders[0], order.Order()));
        var distances =
            from first in Enumerable.Range(0, count)
            from second in Enumerable.Range(0, first)
            select orders[first].Zip(orders[second]).Count(pair => pair.First != pair.Second);
        Assert.Equal(leastDistance, distances.Min());
        Assert.Same(orders, JigsawPermutations.Get(count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10_001)]
    public void NumbersOutOfRangeAreRefused(int count)
    {
        var message = Assert.Throws<InputException>(() => JigsawTask.Create(TestImages.Create(TestImages.None, 1), count)).Message;
        Assert.Contains("2 to 10000", message, StringComparison.Ordinal);
    }

    [Fact]
    public void PicturesThatAreTooSmallAreRefused() =>
        Assert.Throws<InputException>(() => JigsawTask.Kind.Create(TestImages.Create(TestImages.None, 1, height: 5, width: 9)));

    [Fact]
    public void TilesLieAsTheClassSays()
    {
        using var scope = NewDisposeScope();
        var task = JigsawTask.Create(TestImages.Create(TestImages.None, 1), 50);
        var images = rand([4, 3, 29, 33], generator: new Generator(1));
        int[] draws = [0, 7, 49, 1_000_003];
        var batch = task.CreateBatch(new ImageBatch(images, new NoLabels(), [0, 1, 2, 3], draws));
        var ordered = task.CreateInput(images);
        Assert.Equal([4, 9, 3, 7, 8], batch.Input.shape);
        for (var i = 0; i < draws.Length; i++)
        {
            Assert.Equal(draws[i] % 50, batch.Target[i].item<long>());
            var order = task.ClassNames[draws[i] % 50];
            for (var place = 0; place < 9; place++)
            {
                Assert.True(batch.Input[i, place].eq(ordered[i, order[place] - '0']).all().item<bool>());
            }
        }
    }

    [Fact]
    public void ATileIsTheMiddleOfItsPlaceAndNormalized()
    {
        using var scope = NewDisposeScope();
        var task = JigsawTask.Create(TestImages.Create(TestImages.None, 1), 2);
        var images = rand([1, 3, 256, 255], generator: new Generator(1));
        var tiles = task.CreateInput(images);
        Assert.Equal([1, 9, 3, 64, 64], tiles.shape);

        // Row 1, column 2: from row 0 (256 is cut to 255) + 85 + 10, and column 170 + 10.
        var expected = images[0].narrow(1, 95, 64).narrow(2, 180, 64);
        expected = (expected - expected.mean([1, 2], keepdim: true)) / expected.std([1, 2], unbiased: false, keepdim: true);
        Assert.InRange((tiles[0, 5] - expected).abs().max().item<float>(), 0, .01);
    }
}
