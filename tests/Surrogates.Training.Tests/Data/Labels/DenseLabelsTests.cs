using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Data.Labels;

public sealed class DenseLabelsTests
{
    private const int Height = 12;
    private const int Width = 10;

    [Fact]
    public void LabelsMoveAsThePicturesDo()
    {
        // The class of a pixel is that of its brightest colour, so after any change it still is.
        var data = TestImages.Create(TestImages.Several, count: 24, Height, Width);
        var segments = (SegmentLabels)data.Labels.For("segmentsemantic")!;
        var loader = new BatchLoader(TestImages.All(data), new Augmentation { MirrorsHorizontally = true, Shift = .25 }, 24, seed: 3);
        using var scope = NewDisposeScope();
        var changes = 0;
        for (var epoch = 0; epoch < 4; epoch++)
        {
            var pixels = loader.Train(epoch).Single();
            changes += pixels.Changes.Count(change => change != default);
            var maps = Read(segments, pixels);
            for (var i = 0; i < maps.Length; i++)
            {
                var (picture, place) = (i / (Height * Width), i % (Height * Width));
                var colours = Enumerable.Range(0, 3).Select(plane => pixels.Pixels[(((picture * 3) + plane) * Height * Width) + place]).ToArray();
                if (maps[i] != SegmentLabels.Unlabelled)
                {
                    Assert.Equal(colours.Max() < 100 ? 0 : 1 + Array.IndexOf(colours, colours.Max()), maps[i]);
                }
                else
                {
                    // What came in at an edge is black; the corner never had a class.
                    Assert.InRange(colours.Max(), 0, 60);
                }
            }
        }

        Assert.InRange(changes, 80, 96);
    }

    [Fact]
    public void NormalsOfAMirroredPictureFaceTheOtherSide()
    {
        byte[] right = [255, 240, 128, 128, 200, 100];
        var normals = new NormalLabels(1, 2, right);
        using var scope = NewDisposeScope();
        var batch = new ImageBatch(zeros(1, 3, 1, 2), new NoLabels(), [0], [0]) { Changes = [new PictureChange(Mirrors: true, 0, 0)] };
        Assert.Equal([15, 0, 128, 128, 100, 200], batch.ReadDense(normals).data<byte>().ToArray());

        var shifted = batch with { Changes = [new PictureChange(Mirrors: false, 0, Right: 1)] };
        Assert.Equal([128, 255, 128, 128, 128, 200], shifted.ReadDense(normals).data<byte>().ToArray());
    }

    [Fact]
    public void RowsAreThoseOfThePictures()
    {
        using var data = TestImages.Create(TestImages.Several, count: 9, Height, Width);
        var normals = Assert.IsType<NormalLabels>(data.Labels.For("NORMAL"));
        Assert.Equal((9, 3, Height, Width), (normals.Count, normals.Planes, normals.Height, normals.Width));
        var all = new byte[9 * 3 * Height * Width];
        normals.Read([.. Enumerable.Range(0, 9)], all);
        var chosen = new byte[2 * 3 * Height * Width];
        normals.Read([7, 2], chosen);
        Assert.Equal(all.AsSpan(7 * chosen.Length / 2, chosen.Length / 2), chosen.AsSpan(..(chosen.Length / 2)));
        Assert.Equal(all.AsSpan(2 * chosen.Length / 2, chosen.Length / 2), chosen.AsSpan((chosen.Length / 2)..));
        Assert.Null(data.Labels.For("regression"));
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        Assert.Throws<ArgumentException>(() => new SegmentLabels(["a", "b"], 1, 2, [0, 2]));
        Assert.Throws<ArgumentException>(() => new SegmentLabels(["a", "b"], 1, 2, [0, 1, 1]));
        Assert.Throws<ArgumentException>(() => new SegmentLabels([], 1, 1, [255]));
        Assert.Throws<ArgumentException>(() => new NormalLabels(2, 2, new byte[10]));
        Assert.Throws<ArgumentException>(() => new LabelSets());
        Assert.Throws<ArgumentException>(() => new LabelSets(
            [new("normal", TestImages.Normals(1, 6, 6)), new("Normal", TestImages.Normals(1, 6, 6))]));
        var labels = TestImages.Segments(2, 6, 6);
        Assert.Throws<ArgumentException>(() => labels.Read([0], new byte[35]));
        Assert.Throws<ArgumentOutOfRangeException>(() => labels.Read([2], new byte[36]));
    }

    [Fact]
    public void LabelsOfOtherPicturesAreRefused()
    {
        var smaller = Assert.Throws<ArgumentException>(() => TestImages.Create((count, _, _) => TestImages.Segments(count, 6, 6), count: 2, 12));
        Assert.Contains("6×6", smaller.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TestImages.Create((_, height, width) => TestImages.Normals(3, height, width), count: 2, 12));
    }

    [Fact]
    public void AFreedDatasetHasNoLabelsAnyMore()
    {
        var data = TestImages.Create(TestImages.Several, count: 2);
        data.Dispose();
        var labels = (DenseLabels)data.Labels.For("normal")!;
        Assert.Throws<ObjectDisposedException>(() => labels.Read([0], new byte[3 * 16 * 16]));
    }

    private static byte[] Read(DenseLabels labels, PixelBatch pixels) =>
        new ImageBatch(zeros(1), labels, pixels.Indices, pixels.Draws) { Changes = pixels.Changes }.ReadDense(labels).data<byte>().ToArray();
}
