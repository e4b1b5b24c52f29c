namespace Surrogates.Training.Data;

/// <summary>Folders of images: one subfolder a class, perhaps within <c>train</c>, <c>validation</c> and <c>test</c>, or no classes at all.</summary>
internal static class ImageFolder
{
    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, IgnoreInaccessible = false, MaxRecursionDepth = 20 };

    /// <summary>Lists a folder.</summary>
    /// <exception cref="InputException">There are no images, one class alone, or images of a format that is not read.</exception>
    public static ImageListing Find(string path, bool skipsBad)
    {
        var parts = FindParts(path);
        var folders = parts.Count > 0 ? parts : [("", ImagePart.Any)];
        var found = folders
            .SelectMany(part => List(path, part.Folder, skipsBad).Select(file => (File: file, part.Part, Class: ClassOf(file, part.Folder))))
            .OrderBy(image => image.File, StringComparer.Ordinal)
            .ToList();
        if (found.Count == 0)
        {
            throw new InputException($"{path}: there are no JPEG or PNG images in this folder; one subfolder of images a class is expected.");
        }

        var files = new ImageFiles(path, [.. found.Select(image => image.File)]);
        ImagePart[] partOf = [.. found.Select(image => image.Part)];
        if (found.All(image => image.Class is null))
        {
            return new ImageListing(path, files, new NoLabels(), partOf);
        }

        if (found.FirstOrDefault(image => image.Class is null) is { File: { } stray })
        {
            throw new InputException($"{path}: {stray} lies beside the folders of the classes; move it into one of them.");
        }

        string[] classes = [.. found.Select(image => image.Class!).Distinct().Order(StringComparer.Ordinal)];
        if (classes.Length == 1)
        {
            throw new InputException($"{path}: there is one class, '{classes[0]}'; two or more are needed, a subfolder each.");
        }

        RequireTrained(path, classes, found.Where(image => image.Part is ImagePart.Any or ImagePart.Train).Select(image => image.Class!));
        var places = classes.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
        return new ImageListing(path, files, new ClassLabels(classes, [.. found.Select(image => places[image.Class!])]), partOf);
    }

    // A class that is tested and never trained is a mistake in a name.
    private static void RequireTrained(string path, string[] classes, IEnumerable<string> trained)
    {
        if (classes.Except(trained).FirstOrDefault() is { } missing)
        {
            throw new InputException($"{path}: class '{missing}' has no images to train on; the folders of train, validation and test must have the same names.");
        }
    }

    private static List<(string Folder, ImagePart Part)> FindParts(string path)
    {
        var names = UserFile.Try(path, "read", () => Directory.GetDirectories(path)).Select(folder => Path.GetFileName(folder)!).ToList();
        var parts = new List<(string, ImagePart)>();
        foreach (var name in names)
        {
            ImagePart? part = name.ToLowerInvariant() switch
            {
                "train" or "training" => ImagePart.Train,
                "val" or "valid" or "validation" => ImagePart.Validation,
                "test" => ImagePart.Test,
                _ => null,
            };
            if (part is { } known)
            {
                parts.Add((name, known));
            }
        }

        // With nothing to train on, these are the names of classes.
        return parts.Count >= 2 && parts.Any(part => part.Item2 == ImagePart.Train) ? parts : [];
    }

    private static IEnumerable<string> List(string path, string folder, bool skipsBad)
    {
        var root = Path.Combine(path, folder);
        string[] all = UserFile.Try(root, "read", () => Directory.GetFiles(root, "*", Deep));
        foreach (var file in all)
        {
            var name = Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/');
            if (name.Split('/').Any(step => step.StartsWith('.')))
            {
                continue;
            }

            if (ImageFiles.IsOtherImage(name) && !skipsBad)
            {
                throw new InputException($"{file}: JPEG and PNG images are read; convert this one, or leave such files out with --skip-bad.");
            }

            if (ImageFiles.IsImage(name))
            {
                yield return name;
            }
        }
    }

    private static string? ClassOf(string file, string part)
    {
        var steps = file.Split('/');
        var depth = part.Length > 0 ? 1 : 0;
        return steps.Length > depth + 1 ? steps[depth] : null;
    }
}
