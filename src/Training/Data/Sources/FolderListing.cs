namespace Surrogates.Training.Data.Sources;

/// <summary>What lies in a folder, in ordinal order; hidden entries are left out.</summary>
/// <param name="Folders">The names of the subfolders.</param>
/// <param name="Files">The names of the files.</param>
internal sealed record FolderListing(string[] Folders, string[] Files)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Lists a folder.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static FolderListing Of(string folder) =>
        UserFile.Try(folder, "read", () =>
        {
            var (folders, files) = (new List<string>(), new List<string>());
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything))
            {
                if (!IsHidden(entry))
                {
                    (entry.Attributes.HasFlag(FileAttributes.Directory) ? folders : files).Add(entry.Name);
                }
            }

            folders.Sort(StringComparer.Ordinal);
            files.Sort(StringComparer.Ordinal);
            return new FolderListing([.. folders], [.. files]);
        });

    /// <summary>
    /// The paths of all files below a folder, relative to it, with <c>/</c>. Links to files are followed; links to folders are not,
    /// so that there is no way around in circles.
    /// </summary>
    /// <exception cref="InputException">A folder cannot be read.</exception>
    public static IEnumerable<string> FilesBelow(string folder, string prefix = "")
    {
        var listing = Of(folder);
        foreach (var file in listing.Files)
        {
            yield return prefix + file;
        }

        foreach (var name in listing.Folders)
        {
            var below = Path.Combine(folder, name);
            if (!UserFile.Try(below, "read", () => File.GetAttributes(below)).HasFlag(FileAttributes.ReparsePoint))
            {
                foreach (var file in FilesBelow(below, $"{prefix}{name}/"))
                {
                    yield return file;
                }
            }
        }
    }

    private static bool IsHidden(FileSystemInfo entry) => entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden);
}
