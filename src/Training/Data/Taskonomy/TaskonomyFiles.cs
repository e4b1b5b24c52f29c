using System.Collections.Immutable;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// How the files of one kind are named: in a folder <c>DOMAIN</c> a file <c>point_P_view_V_domain_DOMAIN.EXTENSION</c> for each view, where
/// the name of the domain has changed over the years and differs between folder and file.
/// </summary>
/// <param name="Folders">The names that the folder may have; the first that is there is taken.</param>
/// <param name="Names">The names that the files may have; of two files for a view that of the first is taken.</param>
/// <param name="Extension">The extension, with its point.</param>
internal sealed record TaskonomyFiles(ImmutableArray<string> Folders, ImmutableArray<string> Names, string Extension)
{
    private const string Middle = "_domain_";

    /// <summary>The pictures.</summary>
    public static TaskonomyFiles Pictures { get; } = new(["rgb"], ["rgb"], ".png");

    /// <summary>The name of the file of a view.</summary>
    public string FileName(string view, string name) => $"{view}{Middle}{name}{Extension}";

    /// <summary>The view that a file is of and which of the names it has; null where it is no file of this kind.</summary>
    public (string View, string Name)? Parse(string file)
    {
        var middle = file.IndexOf(Middle, StringComparison.Ordinal);
        if (middle < 0 || !file.EndsWith(Extension, StringComparison.Ordinal) || !IsView(file.AsSpan(0, middle)))
        {
            return null;
        }

        var name = file.AsSpan()[(middle + Middle.Length)..^Extension.Length];
        foreach (var known in Names)
        {
            if (name.SequenceEqual(known))
            {
                return (file[..middle], known);
            }
        }

        return null;
    }

    // point_P_view_V
    private static bool IsView(ReadOnlySpan<char> text)
    {
        const string Point = "point_";
        const string View = "_view_";
        var view = text.IndexOf(View, StringComparison.Ordinal);
        return text.StartsWith(Point, StringComparison.Ordinal)
            && view >= Point.Length
            && IsNumber(text[Point.Length..view])
            && IsNumber(text[(view + View.Length)..]);
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
