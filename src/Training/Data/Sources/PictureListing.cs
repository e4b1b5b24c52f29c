namespace Surrogates.Training.Data.Sources;

/// <summary>Gathers the pictures of folders.</summary>
/// <param name="root">The folder of the dataset: paths are relative to it.</param>
/// <param name="skipBad">Whether pictures of kinds that are not read are left out, and not refused.</param>
internal sealed class PictureListing(string root, bool skipBad)
{
    private readonly List<string> _skipped = [];

    /// <summary>A line for each picture that was left out.</summary>
    public IReadOnlyList<string> Skipped => _skipped;

    /// <summary>The pictures directly in a folder.</summary>
    public string[] In(string folder) => Pictures(folder, FolderListing.Of(Path.Combine(root, folder)).Files);

    /// <summary>The pictures in a folder and all folders below it.</summary>
    public string[] Below(string folder) => Pictures(folder, FolderListing.FilesBelow(Path.Combine(root, folder)));

    /// <summary>Whether there is any picture, of whatever kind, in a folder or below it.</summary>
    public bool Any(string folder) =>
        FolderListing.FilesBelow(Path.Combine(root, folder)).Any(file => PictureExtension.IsRead(file) || PictureExtension.IsForeign(file));

    private string[] Pictures(string folder, IEnumerable<string> files)
    {
        var pictures = new List<string>();
        foreach (var file in files)
        {
            var name = folder.Length == 0 ? file : $"{folder}/{file}";
            if (PictureExtension.IsRead(file))
            {
                pictures.Add(name);
            }
            else if (PictureExtension.IsForeign(file))
            {
                Refuse($"{Path.Combine(root, name)}: only JPEG and PNG are read; convert it to one of them, or leave it out.");
            }
        }

        return [.. pictures];
    }

    private void Refuse(string message)
    {
        if (!skipBad)
        {
            throw new InputException(message);
        }

        _skipped.Add(message);
    }
}
