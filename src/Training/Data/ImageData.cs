using Surrogates.Numerics;

namespace Surrogates.Training.Data;

/// <summary>Opens images with labels.</summary>
/// <remarks>
/// A path may be:
/// <list type="bullet">
/// <item>a folder with one subfolder of JPEG or PNG images a class;</item>
/// <item>a folder with the subfolders <c>train</c> and <c>test</c>, and perhaps <c>validation</c>, of such class folders;</item>
/// <item>a folder with a <c>labels.csv</c>: a column <c>image</c> (a path within the folder), and a column <c>class</c> of names, or columns
/// of numbers: probabilities where every row sums to 1, else targets to predict;</item>
/// <item>a folder of images without labels;</item>
/// <item>a folder with the IDX files of MNIST or Fashion-MNIST, compressed or not.</item>
/// </list>
/// Symbolic links within the folder are followed. Nothing is turned by what a camera noted of its orientation, since ML.NET, which gives the
/// trained model its images, does not do so either.
/// </remarks>
public static class ImageData
{
    private const int DefaultSize = 64;

    /// <summary>Reads, decodes and splits.</summary>
    /// <param name="path">Where the images are.</param>
    /// <param name="options">Size, seed and shares.</param>
    /// <param name="progress">Receives the share that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InputException">There are no images, or such that cannot be used; the message names the file.</exception>
    public static ImageSplits Open(
        string path, ImageDataOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= new ImageDataOptions();
        options.Validate();
        var listing = Find(path, options.SkipBad);
        var splitter = new ImageSplitter(listing, options);
        var chosen = splitter.Choose();
        var (height, width) = options.Size is { } side ? (side, side) : listing.Source.Size ?? (DefaultSize, DefaultSize);
        var planes = (listing.Source.IsGrey ? 1 : ImageDataset.Channels) * height * width;
        var pixels = new PixelStore(chosen.Length, planes, options.MemoryBudget);
        try
        {
            var faults = Decode(listing, chosen, new ImagePreprocessing(height, width), pixels, options, progress, cancellationToken);
            int[] places = [.. Enumerable.Range(0, chosen.Length).Where(place => faults[place] is null)];
            int[] kept = [.. places.Select(place => chosen[place])];
            pixels.Keep(places);
            var dataset = new ImageDataset(
                listing.Name,
                height,
                width,
                listing.Labels.Select(kept),
                [.. kept.Select(listing.Source.GetName)],
                pixels,
                listing.Source.IsGrey,
                [.. splitter.Skipped, .. faults.OfType<string>()]);
            return splitter.Split(dataset, kept);
        }
        catch
        {
            pixels.Dispose();
            throw;
        }
    }

    private static ImageListing Find(string path, bool skipsBad) =>
        File.Exists(path) || IdxFolder.IsOne(path) ? IdxFolder.Find(path)
        : !Directory.Exists(path) ? throw new InputException($"{path}: there is no such file or folder.")
        : File.Exists(Path.Combine(path, LabelFile.Name)) ? LabelFile.Find(path)
        : ImageFolder.Find(path, skipsBad);

    // For each image null, or why it is left out.
    private static string?[] Decode(
        ImageListing listing,
        int[] chosen,
        ImagePreprocessing preprocessing,
        PixelStore pixels,
        ImageDataOptions options,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        var faults = new string?[chosen.Length];
        SideBySide.Run(
            chosen.Length,
            options.Parallelism,
            place =>
            {
                try
                {
                    listing.Source.Decode(chosen[place], preprocessing, pixels.Get(place));
                }
                catch (InputException exception) when (options.SkipBad)
                {
                    faults[place] = exception.Message;
                }
            },
            progress,
            cancellationToken);
        return faults;
    }
}
