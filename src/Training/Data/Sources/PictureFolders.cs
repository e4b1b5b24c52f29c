using Surrogates.Benchmarks;
using Surrogates.Training.Data.Splitting;

namespace Surrogates.Training.Data.Sources;

/// <summary>
/// Folders of pictures: one a class; or such in <c>train</c>, <c>validation</c> and <c>test</c>; or pictures without classes.
/// </summary>
internal sealed class PictureFolders(string root, bool skipBad)
{
    private readonly PictureListing _listing = new(root, skipBad);
    private readonly List<(string Name, string? Class, SplitSets Sets)> _items = [];

    /// <summary>Lists the pictures of a folder.</summary>
    /// <exception cref="InputException">It is none of these.</exception>
    public FileImageSource List(int size)
    {
        var folders = FolderListing.Of(root).Folders;
        if (SplitFolders.Find(root, folders) is { } splits)
        {
            AddSplits(splits);
        }
        else
        {
            Add("", folders, SplitSets.Any);
        }

        _items.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return new(root, size)
        {
            ItemNames = [.. _items.Select(item => item.Name)],
            Labels = Labels(),
            Sets = [.. _items.Select(item => item.Sets)],
            Skipped = [.. _listing.Skipped],
        };
    }

    private void AddSplits(SplitFolders splits)
    {
        foreach (var (folder, sets) in splits.Folders)
        {
            Add(folder, FolderListing.Of(Path.Combine(root, folder)).Folders, sets);
        }

        if (_items.Find(item => item.Class is null).Name is { } unlabelled && _items.Exists(item => item.Class is not null))
        {
            throw new InputException(
                $"{Path.Combine(root, unlabelled)}: a picture outside the folders of the classes; put it into that of its class.");
        }
    }

    private void Add(string folder, string[] subfolders, SplitSets sets)
    {
        var place = Path.Combine(root, folder);
        var loose = _listing.In(folder);
        var classes = subfolders.Select(name => (Name: name, Path: folder.Length == 0 ? name : $"{folder}/{name}")).ToArray();
        if (!classes.Any(item => _listing.Any(item.Path)))
        {
            _items.AddRange(loose.Select(name => (name, (string?)null, sets)));
            if (loose.Length == 0)
            {
                throw new InputException(
                    $"{place}: no JPEG or PNG picture in it; expected are a folder of pictures for each class, IDX files such as "
                    + "train-images-idx3-ubyte.gz, Taskonomy's folders, or a labels.csv with a column 'image'.");
            }

            return;
        }

        if (loose.Length > 0)
        {
            throw new InputException(
                $"{Path.Combine(root, loose[0])}: a picture outside the folders of the classes; put it into that of its class.");
        }

        foreach (var (name, path) in classes)
        {
            var pictures = _listing.Below(path);
            _items.AddRange(pictures.Select(picture => (picture, (string?)name, sets)));
            if (pictures.Length == 0 && !skipBad)
            {
                throw new InputException(
                    $"{Path.Combine(root, path)}: no JPEG or PNG picture of class {Quoted.Show(name)} in it; add some or remove it.");
            }
        }
    }

    private ImageLabels Labels()
    {
        if (_items.Exists(item => item.Class is null))
        {
            return NoLabels.Instance;
        }

        return ClassLabels.Of(_items.Select(item => item.Class!));
    }
}
