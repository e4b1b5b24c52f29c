using Surrogates.Numerics;
using Surrogates.Training.Data.Preprocessing;
using Surrogates.Training.Data.Sources;
using Surrogates.Training.Data.Splitting;

namespace Surrogates.Training.Data.Idx;

/// <summary>Pictures in IDX files, grey; an item's name is that of the file and its position. Classes are the labels' numbers.</summary>
internal sealed class IdxImageSource : ImageSource
{
    private const int BatchBytes = 1 << 20;

    private readonly IdxPair[] _pairs;
    private readonly ImagePreprocessing _preprocessing;

    private IdxImageSource(string path, IdxPair[] pairs, int? size)
        : base(path)
    {
        _pairs = pairs;
        _preprocessing = new(size ?? pairs[0].Height, size ?? pairs[0].Width);
    }

    public override string Name => NameOf(System.IO.Path.Combine(Path, ".."));

    public override PictureShape Shape => new(_preprocessing.Height, _preprocessing.Width, IsGrey: true);

    /// <summary>Lists the pictures of a file of images to train with, and of those to test with beside it.</summary>
    /// <exception cref="InputException">A file is damaged, missing, or does not fit the others.</exception>
    public static IdxImageSource List(string trainImagesPath, int? size)
    {
        var train = IdxPair.Open(trainImagesPath, IdxNames.LabelsOf(trainImagesPath));
        byte[] classes = [.. train.Labels.Distinct().Order()];
        IdxPair[] pairs = [train];
        if (IdxNames.TestImagesOf(trainImagesPath) is { } testImagesPath)
        {
            pairs = [train, IdxPair.Open(testImagesPath, IdxNames.LabelsOf(testImagesPath))];
            RequireFit(train, pairs[1], classes);
        }

        return new(trainImagesPath, pairs, size)
        {
            ItemNames = [.. pairs.SelectMany(pair => Enumerable.Range(0, pair.Count).Select(item => $"{pair.Name}[{item}]"))],
            Labels = new ClassLabels(
                [.. classes.Select(label => label.ToString(null, null))],
                [.. pairs.SelectMany(pair => pair.Labels).Select(label => Array.BinarySearch(classes, label))]),
            Sets = [.. pairs.SelectMany((pair, index) => Enumerable.Repeat(SetsOf(index, pairs.Length), pair.Count))],
        };
    }

    public override string Location(int item) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path) ?? "", ItemNames[item]);

    public override void Load(PictureLoad load)
    {
        var first = 0;
        foreach (var pair in _pairs)
        {
            LoadPair(load, pair, first);
            first += pair.Count;
        }
    }

    private static SplitSets SetsOf(int pair, int pairs) =>
        pairs == 1 ? SplitSets.Any : pair == 0 ? SplitSets.NotTest : SplitSets.Test;

    private static void RequireFit(IdxPair train, IdxPair test, byte[] classes)
    {
        if ((test.Height, test.Width) != (train.Height, train.Width))
        {
            throw new InputException(
                $"{test.ImagesPath}: images of {test.Height} × {test.Width}; "
                + $"those of {train.ImagesPath} are {train.Height} × {train.Width}.");
        }

        var unknown = Array.FindIndex(test.Labels, label => Array.BinarySearch(classes, label) < 0);
        if (unknown >= 0)
        {
            throw test.LabelError(
                unknown,
                $"label {test.Labels[unknown]}, which no image of {train.ImagesPath} has; they have {classes[0]} to {classes[^1]}.");
        }
    }

    // The file is read to its end whichever pictures are wanted, so that damage is found in any case.
    private void LoadPair(PictureLoad load, IdxPair pair, int first)
    {
        using var file = IdxFile.Open(pair.ImagesPath, dimensions: 3);
        if (file.Count != pair.Count || file.ItemSizes[0] != pair.Height || file.ItemSizes[1] != pair.Width)
        {
            throw new InputException($"{pair.ImagesPath}: the file has changed while it was read; try again.");
        }

        var batch = GC.AllocateUninitializedArray<byte>(Math.Max(1, BatchBytes / file.ItemBytes) * file.ItemBytes);
        var total = _pairs.Sum(each => each.Count);
        for (var start = 0; start < pair.Count; start += batch.Length / file.ItemBytes)
        {
            load.CancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(batch.Length / file.ItemBytes, pair.Count - start);
            file.Read(batch.AsSpan(0, count * file.ItemBytes));
            Store(load, pair, first + start, batch.AsMemory(0, count * file.ItemBytes));
            load.Progress?.Report((double)(first + start + count) / total);
        }

        file.RequireEnd();
    }

    private void Store(PictureLoad load, IdxPair pair, int first, ReadOnlyMemory<byte> batch)
    {
        var itemBytes = pair.Height * pair.Width;
        var wanted = Wanted(load.Items, first, batch.Length / itemBytes);
        if (pair.Height == _preprocessing.Height && pair.Width == _preprocessing.Width)
        {
            foreach (var item in wanted.Span)
            {
                load.Store(item, batch.Span.Slice((item - first) * itemBytes, itemBytes));
            }

            return;
        }

        SideBySide.Run(
            wanted.Length,
            load.Parallelism,
            index =>
            {
                var item = wanted.Span[index];
                var pixels = batch.Span.Slice((item - first) * itemBytes, itemBytes);
                var scaled = new byte[Shape.StoredBytes];
                _preprocessing.ToPlanes(new PixelRows(pixels, pair.Width, pair.Height, PixelOrder.Grey), scaled);
                load.Store(item, scaled);
            },
            progress: null,
            load.CancellationToken);
    }

    private static ReadOnlyMemory<int> Wanted(int[] items, int first, int count)
    {
        var start = Position(items, first);
        return items.AsMemory(start, Position(items, first + count) - start);
    }

    private static int Position(int[] items, int item)
    {
        var index = Array.BinarySearch(items, item);
        return index < 0 ? ~index : index;
    }
}
