using Surrogates.Training.Data.Sources;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// Where the folders of the buildings and of the domains lie in one another: <c>BUILDING/DOMAIN</c>, <c>DOMAIN/BUILDING</c>,
/// <c>DOMAIN/taskonomy/BUILDING</c> as the tools of Omnidata download them, or <c>DOMAIN</c> alone, which is one building.
/// </summary>
internal sealed class TaskonomyTree
{
    private const string Component = "taskonomy";

    private readonly Func<string, string, string> _place;

    private TaskonomyTree(string[] buildings, Func<string, string, string> place) => (Buildings, _place) = (buildings, place);

    /// <summary>The names of the buildings that have a folder of pictures, in ordinal order.</summary>
    public string[] Buildings { get; }

    /// <summary>The folders of a root, where they are Taskonomy's; null where they are not.</summary>
    /// <param name="root">The root.</param>
    /// <param name="folders">The names of its folders.</param>
    /// <exception cref="InputException">A folder cannot be read.</exception>
    public static TaskonomyTree? Find(string root, string[] folders)
    {
        var pictures = TaskonomyFiles.Pictures.Folders[0];
        var tree = folders.Contains(pictures)
            ? ByDomain(root, pictures)
            : new(
                [.. folders.Where(building => Directory.Exists(Path.Combine(root, building, pictures)))],
                (building, domain) => Path.Combine(root, building, domain));
        return tree.Buildings.Any(building => HasPictures(tree._place(building, pictures))) ? tree : null;
    }

    /// <summary>Where the folder of a domain is, or would be.</summary>
    public string Place(string building, TaskonomyFiles files) =>
        _place(building, files.Folders.FirstOrDefault(name => Directory.Exists(_place(building, name)), files.Folders[0]));

    private static TaskonomyTree ByDomain(string root, string pictures)
    {
        var folder = Path.Combine(root, pictures);
        if (HasPictures(folder))
        {
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)));
            return new([name], (_, domain) => Path.Combine(root, domain));
        }

        var middle = Directory.Exists(Path.Combine(folder, Component)) ? Component : "";
        return new(
            FolderListing.Of(Path.Combine(folder, middle)).Folders,
            (building, domain) => Path.Combine(root, domain, middle, building));
    }

    private static bool HasPictures(string folder) =>
        FolderListing.Of(folder).Files.Any(file => TaskonomyFiles.Pictures.Parse(file) is not null);
}
