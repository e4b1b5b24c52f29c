using System.Collections.Immutable;
using Surrogates.Training.Data.Splitting;

namespace Surrogates.Training.Data.Sources;

/// <summary>The pictures at a path: listed, but not read. Their order does not depend on that of the file system.</summary>
internal abstract class ImageSource(string path)
{
    /// <summary>The folder or file, for messages.</summary>
    public string Path { get; } = path;

    /// <summary>The name of the folder that the pictures are in.</summary>
    public virtual string Name => NameOf(Path);

    /// <summary>The names of the pictures; no two are equal.</summary>
    public required ImmutableArray<string> ItemNames { get; init; }

    /// <summary>A row for each picture; <see cref="NoLabels"/> where they are read with the pictures.</summary>
    public required ImageLabels Labels { get; init; }

    /// <summary>For each picture the sets that it may come into.</summary>
    public required ImmutableArray<SplitSets> Sets { get; init; }

    /// <summary>Pictures that were left out of the list already: a line each.</summary>
    public ImmutableArray<string> Skipped { get; init; } = [];

    /// <summary>What the pictures are brought to.</summary>
    public abstract PictureShape Shape { get; }

    /// <summary>Where a picture is from, for messages.</summary>
    public abstract string Location(int item);

    /// <summary>Reads pictures into their slots.</summary>
    public abstract void Load(PictureLoad load);

    /// <summary>The labels of pictures that have been read, a row for each.</summary>
    public virtual ImageLabels LabelsOf(int[] items) => Labels.Select(items);

    protected static string NameOf(string folder) =>
        System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder)));
}
