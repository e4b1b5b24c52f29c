namespace Surrogates.Training.Data;

/// <summary>The IDX files of MNIST and data sets like it: <c>train-images-idx3-ubyte</c> and its labels, and perhaps those of <c>t10k</c>.</summary>
internal static class IdxFolder
{
    private const string Training = "train";
    private const string Testing = "t10k";

    /// <summary>Whether a folder holds such files.</summary>
    public static bool IsOne(string path) => Directory.Exists(path) && FindFile(path, Training, "images-idx3") is not null;

    /// <summary>Reads the files of a folder, or those beside the file that is named.</summary>
    /// <exception cref="InputException">The files cannot be used.</exception>
    public static ImageListing Find(string path)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(path) && FindFile(folder, Training, "images-idx3") is null)
        {
            throw new InputException(
                $"{path}: a folder is expected: with one subfolder of images a class, or with train-images-idx3-ubyte and train-labels-idx1-ubyte.");
        }

        var training = Read(folder, Training)!.Value;
        var testing = Read(folder, Testing);
        if (testing is { } test && (test.Images.Height, test.Images.Width) != (training.Images.Height, training.Images.Width))
        {
            throw new InputException($"{folder}: images to train are {training.Images.Height}×{training.Images.Width}, those to test {test.Images.Height}×{test.Images.Width}.");
        }

        int[] classes = [.. training.Labels, .. testing?.Labels ?? []];
        var names = Enumerable.Range(0, classes.Max() + 1).Select(number => FormattableString.Invariant($"{number}")).ToArray();
        ImagePart[] parts =
        [
            .. Enumerable.Repeat(testing is null ? ImagePart.Any : ImagePart.Train, training.Labels.Length),
            .. Enumerable.Repeat(ImagePart.Test, testing?.Labels.Length ?? 0),
        ];
        return new ImageListing(
            folder, new IdxPictures(training.Images, testing?.Images), new ClassLabels(names, classes), parts);
    }

    private static (IdxFile Images, int[] Labels)? Read(string folder, string part)
    {
        if (FindFile(folder, part, "images-idx3") is not { } images)
        {
            return null;
        }

        var labels = FindFile(folder, part, "labels-idx1")
            ?? throw new InputException($"{images}: there is no {part}-labels-idx1-ubyte beside it.");
        var pictures = IdxFile.Read(images, dimensions: 3);
        var classes = IdxFile.Read(labels, dimensions: 1);
        return pictures.Count == classes.Count
            ? (pictures, Array.ConvertAll(classes.Bytes.ToArray(), label => (int)label))
            : throw new InputException($"{labels}: {classes.Count} labels, and {pictures.Count} images in {images}; there must be as many.");
    }

    private static string? FindFile(string folder, string part, string kind) =>
        new[] { $"{part}-{kind}-ubyte", $"{part}-{kind}-ubyte.gz", $"{part}-{kind.Replace("-idx", ".idx", StringComparison.Ordinal)}-ubyte" }
            .Select(name => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    private sealed class IdxPictures(IdxFile training, IdxFile? testing) : IImageSource
    {
        public int Count => training.Count + (testing?.Count ?? 0);

        public (int Height, int Width)? Size => (training.Height, training.Width);

        public bool IsGrey => true;

        public string GetName(int index)
        {
            var (file, place) = Find(index);
            return FormattableString.Invariant($"{file.Name}[{place}]");
        }

        public void Decode(int index, ImagePreprocessing preprocessing, Span<byte> planes)
        {
            var (file, place) = Find(index);
            var size = file.Height * file.Width;
            preprocessing.ToPlane(file.Bytes.Slice(place * size, size), file.Height, file.Width, planes);
        }

        private (IdxFile File, int Place) Find(int index) => index < training.Count ? (training, index) : (testing!, index - training.Count);
    }
}
