using System.Text.RegularExpressions;

namespace Surrogates.Training.Data.Idx;

/// <summary>
/// The names of the four files: <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c>, and the same with <c>t10k</c> or
/// <c>test</c>; perhaps with <c>.</c> before <c>idx</c>, a name of the dataset before it all, and <c>.gz</c> behind.
/// </summary>
internal static partial class IdxNames
{
    private const string Compression = ".gz";

    /// <summary>Whether a file is one of images to train with.</summary>
    public static bool IsTrainImages(string fileName) => TrainImages().IsMatch(fileName);

    public static string WithoutCompression(string fileName) =>
        fileName.EndsWith(Compression, StringComparison.OrdinalIgnoreCase) ? fileName[..^Compression.Length] : fileName;

    /// <summary>The labels that belong to images.</summary>
    /// <exception cref="InputException">They are not there.</exception>
    public static string LabelsOf(string imagesPath)
    {
        var name = Path.GetFileName(imagesPath);
        var labels = name.Replace("images", "labels", StringComparison.Ordinal).Replace("idx3", "idx1", StringComparison.Ordinal);
        return Find(imagesPath, labels)
            ?? throw new InputException(
                $"{imagesPath}: its labels are not beside it; {WithoutCompression(labels)} is expected, or with .gz.");
    }

    /// <summary>The images to test with that belong to those to train with; null where there are none.</summary>
    /// <exception cref="InputException">There are labels to test with, but no images.</exception>
    public static string? TestImagesOf(string trainImagesPath)
    {
        var name = Path.GetFileName(trainImagesPath);
        foreach (var word in (string[])["t10k", "test"])
        {
            var images = name.Replace("train-images", $"{word}-images", StringComparison.Ordinal);
            if (Find(trainImagesPath, images) is { } found)
            {
                return found;
            }

            var labels = images.Replace("images", "labels", StringComparison.Ordinal).Replace("idx3", "idx1", StringComparison.Ordinal);
            if (Find(trainImagesPath, labels) is { } alone)
            {
                throw new InputException($"{alone}: its images are not beside it; {WithoutCompression(images)} is expected, or with .gz.");
            }
        }

        return null;
    }

    /// <summary>The file of that name beside another; with or without compression, as named before the other way.</summary>
    private static string? Find(string beside, string fileName)
    {
        var folder = Path.GetDirectoryName(beside) ?? "";
        var bare = WithoutCompression(fileName);
        string[] names = bare == fileName ? [bare, bare + Compression] : [fileName, bare];
        return names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    [GeneratedRegex(@"train-images[-.]idx3-ubyte(\.gz)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TrainImages();
}
