using Surrogates.Architectures;

namespace Surrogates.Cli.Drawing;

/// <summary>Words for options that a space writes as digits.</summary>
internal static class OperationLabel
{
    private static readonly Dictionary<string, Dictionary<string, string>> Words = new()
    {
        [SearchSpaces.Micro.Name] = new() { ["0"] = "none", ["1"] = "skip", ["2"] = "conv 1×1", ["3"] = "conv 3×3" },
        [SearchSpaces.Macro.Name] = new()
        {
            ["1"] = "plain",
            ["2"] = "channels ×2",
            ["3"] = "resolution ½",
            ["4"] = "channels ×2, resolution ½",
        },
    };

    /// <summary>What an option does.</summary>
    public static string Of(ISearchSpace space, string option) =>
        Words.TryGetValue(space.Name, out var words) && words.TryGetValue(option, out var word) ? word : option;

    /// <summary>The option as it is written, with what it does.</summary>
    public static string Describe(ISearchSpace space, string option) =>
        Of(space, option) is var word && word != option ? $"{option} {word}" : option;
}
