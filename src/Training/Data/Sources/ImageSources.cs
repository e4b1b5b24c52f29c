using Surrogates.Training.Data.Idx;
using Surrogates.Training.Data.Taskonomy;

namespace Surrogates.Training.Data.Sources;

/// <summary>Recognizes what lies at a path.</summary>
internal static class ImageSources
{
    private const string Expected =
        "expected are a folder of pictures for each class, IDX files such as train-images-idx3-ubyte.gz, Taskonomy's folders, or a labels.csv.";

    public static ImageSource At(string path, ImageDataOptions options)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new InputException($"there are no pictures to read: the path is empty; {Expected}");
        }

        if (Directory.Exists(path))
        {
            return InFolder(path, options);
        }

        if (!File.Exists(path))
        {
            throw new InputException($"{path}: cannot read it: there is no such file or folder.");
        }

        var name = Path.GetFileName(path);
        if (IdxNames.IsTrainImages(name))
        {
            return IdxImageSource.List(path, options.Size);
        }

        return name == LabelsCsv.FileName
            ? LabelsCsv.List(Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".", FileSize(options), options.SkipBad)
            : throw new InputException($"{path}: not a file that pictures are read from; {Expected}");
    }

    private static ImageSource InFolder(string folder, ImageDataOptions options)
    {
        var listing = FolderListing.Of(folder);
        if (listing.Files.Contains(LabelsCsv.FileName))
        {
            return LabelsCsv.List(folder, FileSize(options), options.SkipBad);
        }

        string[] idx = [.. listing.Files.Where(IdxNames.IsTrainImages)];
        if (idx.DistinctBy(IdxNames.WithoutCompression).Count() > 1)
        {
            throw new InputException($"{folder}: IDX files of several datasets, {string.Join(", ", idx)}; give the path of one of them.");
        }

        if (idx.Length > 0)
        {
            return IdxImageSource.List(Path.Combine(folder, idx[0]), options.Size);
        }

        if (TaskonomyTree.Find(folder, listing.Folders) is { } tree)
        {
            return TaskonomyListing.List(folder, tree, listing.Files, options, FileSize(options));
        }

        return listing is { Files: [], Folders: [] }
            ? throw new InputException($"{folder}: an empty folder; {Expected}")
            : new PictureFolders(folder, options.SkipBad).List(FileSize(options));
    }

    private static int FileSize(ImageDataOptions options) => options.Size ?? ImageDataOptions.DefaultFileSize;
}
