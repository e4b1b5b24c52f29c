using System.Collections.Immutable;
using System.Globalization;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// The classes that TransNAS-Bench-101 keeps: those of ImageNet's objects and of Places365's scenes that Taskonomy's buildings show.
/// </summary>
/// <param name="Total">The classes that Taskonomy's files have.</param>
/// <param name="Selected">The positions of those that are kept, ascending.</param>
/// <param name="Names">Their names: of several words for an object the first.</param>
internal sealed record TransNasClasses(int Total, ImmutableArray<int> Selected, ImmutableArray<string> Names)
{
    private const string Resource = "Surrogates.Training.Data.Taskonomy.TransNasClasses.txt";

    /// <summary>75 of ImageNet's 1,000.</summary>
    public static TransNasClasses Objects { get; } = Read("class_object", total: 1000);

    /// <summary>47 of Places365's 365.</summary>
    public static TransNasClasses Scenes { get; } = Read("class_scene", total: 365);

    // A line a class: the task, the position, the name.
    private static TransNasClasses Read(string task, int total)
    {
        using var stream = typeof(TransNasClasses).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Select(line => line.Split(' ', 3)).Where(parts => parts[0] == task).ToArray();
        return new(
            total, [.. lines.Select(parts => int.Parse(parts[1], CultureInfo.InvariantCulture))], [.. lines.Select(parts => parts[2])]);
    }
}
