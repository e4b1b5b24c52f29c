using System.Collections.Immutable;
using Surrogates.Benchmarks;
using Surrogates.Training.Data.Sources;
using Surrogates.Training.Data.Splitting;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>Gathers the views of Taskonomy's buildings, and the labels that they have.</summary>
internal sealed class TaskonomyListing
{
    private static readonly TaskonomyDomain[] Known =
    [
        new ClassDomain("class_object", TransNasClasses.Objects, ["class_object", "class_1000"]),
        new ClassDomain("class_scene", TransNasClasses.Scenes, ["class_scene", "class_places"]),
        new LayoutDomain(),
        new PointDomain(),
        new SegmentDomain(),
        new NormalDomain(),
    ];

    private readonly string _root;
    private readonly TaskonomyTree _tree;
    private readonly ImageDataOptions _options;
    private readonly string[] _buildings;
    private readonly TaskonomyDomain[] _domains;
    private readonly string? _splitFile;
    private readonly Dictionary<string, SplitSets> _given;
    private readonly List<string> _skipped = [];

    private TaskonomyListing(string root, TaskonomyTree tree, string[] files, ImageDataOptions options)
    {
        (_root, _tree, _options) = (root, tree, options);
        _splitFile = SplitFile.Find(root, files) is { } name ? Path.Combine(root, name) : null;
        _given = _splitFile is null
            ? tree.Buildings.ToDictionary(building => building, _ => SplitSets.Any, StringComparer.Ordinal)
            : SplitFile.Read(_splitFile);
        _buildings = [.. tree.Buildings.Where(building => _given.GetValueOrDefault(building) != SplitSets.None)];
        if (_buildings.Length == 0)
        {
            throw new InputException($"{_splitFile}: none of the buildings {Quoted.List(tree.Buildings)} is in a set of it.");
        }

        // Of two kinds of labels for a task, the first.
        _domains =
            [.. Known.Where(domain => _buildings.Any(building => IsThere(building, domain.Files))).DistinctBy(domain => domain.Task)];
    }

    /// <summary>Lists the views.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="tree">What lies in it.</param>
    /// <param name="files">The names of the files in it.</param>
    /// <param name="options">How to read and split.</param>
    /// <param name="size">The side of the pictures.</param>
    /// <exception cref="InputException">A view lacks labels that others have, or no building is to train with.</exception>
    public static TaskonomyImageSource List(string root, TaskonomyTree tree, string[] files, ImageDataOptions options, int size) =>
        new TaskonomyListing(root, tree, files, options).List(size);

    private TaskonomyImageSource List(int size)
    {
        var views = new List<TaskonomyView>();
        var counts = new List<(string Name, int Views, SplitSets Sets)>();
        foreach (var building in _buildings)
        {
            var before = views.Count;
            AddViews(building, views);
            counts.Add((building, views.Count - before, _given[building]));
        }

        if (views.Count == 0)
        {
            throw new InputException($"{_root}: no view in it can be used; the first: {_skipped[0]}");
        }

        return new(_root, size, _tree, _domains, [.. views])
        {
            ItemNames = [.. views.Select(view => $"{view.Building}/{view.Name}")],
            Labels = NoLabels.Instance,
            Sets = Sets(counts),
            Skipped = [.. _skipped],
        };
    }

    private bool IsThere(string building, TaskonomyFiles files) => Directory.Exists(_tree.Place(building, files));

    /// <summary>Adds the views of a building, in ordinal order, that have all labels.</summary>
    private void AddViews(string building, List<TaskonomyView> views)
    {
        TaskonomyFiles[] kinds = [TaskonomyFiles.Pictures, .. _domains.Select(domain => domain.Files)];
        var found = Array.ConvertAll(kinds, files => NamesOf(building, files));
        foreach (var view in found.SelectMany(names => names.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var names = Array.ConvertAll(found, each => each.GetValueOrDefault(view));
            var missing = Array.IndexOf(names, null);
            if (missing < 0)
            {
                views.Add(new(building, view, names!));
            }
            else
            {
                Refuse(building, view, kinds[missing]);
            }
        }
    }

    private Dictionary<string, string> NamesOf(string building, TaskonomyFiles files)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!IsThere(building, files))
        {
            return names;
        }

        foreach (var file in FolderListing.Of(_tree.Place(building, files)).Files)
        {
            if (files.Parse(file) is { } parsed
                && (!names.TryGetValue(parsed.View, out var other) || files.Names.IndexOf(parsed.Name) < files.Names.IndexOf(other)))
            {
                names[parsed.View] = parsed.Name;
            }
        }

        return names;
    }

    private void Refuse(string building, string view, TaskonomyFiles files)
    {
        var path = Path.Combine(_tree.Place(building, files), files.FileName(view, files.Names[0]));
        var message = $"{path}: there is no such file; each view has its picture, and all of the labels that any has.";
        if (!_options.SkipBad)
        {
            throw new InputException(message);
        }

        _skipped.Add(message);
    }

    /// <summary>The sets of each view: those of its building. What no building is in is drawn from those to train with.</summary>
    private ImmutableArray<SplitSets> Sets(List<(string Name, int Views, SplitSets Sets)> buildings)
    {
        buildings.RemoveAll(building => building.Views == 0);
        var given = buildings.Aggregate(SplitSets.None, (all, building) => all | building.Sets);
        if (!given.HasFlag(SplitSets.Train))
        {
            throw new InputException($"{_splitFile}: none of the buildings that are there is to train with.");
        }

        var missing = SplitSets.Any & ~given;
        var sets = BuildingSplit.Assign(
            buildings.ConvertAll(each => each with { Sets = each.Sets.HasFlag(SplitSets.Train) ? each.Sets | missing : each.Sets }),
            _options);
        return [.. buildings.Zip(sets).SelectMany(pair => Enumerable.Repeat(pair.Second, pair.First.Views))];
    }
}
