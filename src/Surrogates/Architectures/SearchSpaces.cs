using Surrogates.Architectures.TransNas;
using Surrogates.Architectures.UserSpaces;

namespace Surrogates.Architectures;

/// <summary>The search spaces there are, and a user's own from a JSON file.</summary>
/// <example>
/// <code>
/// ISearchSpace mine = SearchSpaces.Load("my-space.json");
/// </code>
/// A cell of five nodes and a sequence of choices:
/// <code>
/// { "name": "my-cell",
///   "cell": { "nodes": 5, "operations": ["zero", "skip", "conv3x3", "conv5x5"], "none": "zero", "identity": "skip" } }
///
/// { "name": "my-mobile-net",
///   "sequence": [ { "name": "stem", "options": [16, 24, 32] },
///                 { "name": "block", "repeat": 20, "options": ["skip", "k3e3", "k3e6", "k5e6"] } ] }
/// </code>
/// An option may say what it costs: <c>{ "name": "conv3x3", "parameters": 9216, "flops": 2359296 }</c>.
/// </example>
public static class SearchSpaces
{
    /// <summary>TransNAS-Bench-101, cell level: 4,096 architectures.</summary>
    public static ISearchSpace Micro { get; } = new TransNasMicroSpace();

    /// <summary>TransNAS-Bench-101, macro level: 3,256 architectures.</summary>
    public static ISearchSpace Macro { get; } = new TransNasMacroSpace();

    /// <summary>NAS-Bench-201: 15,625 architectures.</summary>
    public static ISearchSpace NasBench201 { get; } = new NasBench201Space();

    /// <summary>The built-in spaces.</summary>
    public static IReadOnlyList<ISearchSpace> BuiltIn { get; } = [Micro, Macro, NasBench201];

    /// <summary>A built-in space by name, else a user's own from the JSON file of that path.</summary>
    /// <exception cref="InputException">There is no such space or file, or the file does not define a space.</exception>
    public static ISearchSpace Load(string nameOrPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(nameOrPath);
        if (FindBuiltIn(nameOrPath) is { } space)
        {
            return space;
        }

        if (!File.Exists(nameOrPath))
        {
            throw new InputException(
                $"search space '{nameOrPath}': neither a built-in space ({string.Join(", ", BuiltIn.Select(s => s.Name))})"
                + " nor a JSON file that exists");
        }

        const int MaximumBytes = 16 << 20;
        if (new FileInfo(nameOrPath).Length > MaximumBytes)
        {
            throw new InputException($"{nameOrPath}: more than {MaximumBytes >> 20} MB, which no search space needs");
        }

        try
        {
            return SearchSpaceReader.Read(File.ReadAllText(nameOrPath), nameOrPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{nameOrPath}: cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>A user's own space from its JSON definition.</summary>
    /// <param name="json">The definition.</param>
    /// <param name="source">What an error calls it.</param>
    /// <exception cref="InputException">The text does not define a space.</exception>
    public static ISearchSpace FromJson(string json, string source = "search space")
    {
        ArgumentNullException.ThrowIfNull(json);
        return SearchSpaceReader.Read(json, source);
    }

    /// <summary>Restores a space from what <see cref="ISearchSpace.Serialize"/> gave.</summary>
    /// <exception cref="InputException">The text is not that of a space.</exception>
    public static ISearchSpace Deserialize(string serialized)
    {
        ArgumentNullException.ThrowIfNull(serialized);
        return FindBuiltIn(serialized) ?? FromJson(serialized);
    }

    /// <summary>The built-in space that an architecture's text belongs to, or null where it belongs to none.</summary>
    public static ISearchSpace? Infer(string text) => BuiltIn.FirstOrDefault(space => space.TryParse(text, out _));

    private static ISearchSpace? FindBuiltIn(string name) =>
        BuiltIn.FirstOrDefault(space => space.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
