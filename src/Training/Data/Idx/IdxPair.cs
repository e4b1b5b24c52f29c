using Surrogates.Benchmarks;

namespace Surrogates.Training.Data.Idx;

/// <summary>A file of images and the file of their labels.</summary>
internal sealed class IdxPair
{
    private IdxPair(string imagesPath, string labelsPath, IdxFile images, byte[] labels)
    {
        ImagesPath = imagesPath;
        Labels = labels;
        LabelsPath = labelsPath;
        (Height, Width) = (images.ItemSizes[0], images.ItemSizes[1]);
    }

    public string ImagesPath { get; }

    public string LabelsPath { get; }

    public byte[] Labels { get; }

    public int Count => Labels.Length;

    public int Height { get; }

    public int Width { get; }

    /// <summary>The name of the images' file, without <c>.gz</c>.</summary>
    public string Name => IdxNames.WithoutCompression(Path.GetFileName(ImagesPath));

    /// <summary>Reads the header of the images and all labels.</summary>
    /// <exception cref="InputException">They are not such files, or are not of one another.</exception>
    public static IdxPair Open(string imagesPath, string labelsPath)
    {
        using var images = IdxFile.Open(imagesPath, dimensions: 3);
        using var labels = IdxFile.Open(labelsPath, dimensions: 1);
        if (images.Count != labels.Count)
        {
            throw labels.AtByte(4, $"{labels.Count} labels; {imagesPath} has {images.Count} images.");
        }

        var classes = GC.AllocateUninitializedArray<byte>(labels.Count);
        labels.Read(classes);
        labels.RequireEnd();
        return new(imagesPath, labelsPath, images, classes);
    }

    /// <summary>The byte of the labels' file, decompressed, that an item's label is at.</summary>
    public static long LabelOffset(int item) => 8L + item;

    /// <summary>What is wrong with a label.</summary>
    public InputException LabelError(int item, string message) => BenchmarkFormatException.AtByte(LabelsPath, LabelOffset(item), message);
}
