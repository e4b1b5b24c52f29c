using System.CommandLine;
using Surrogates.Models;

namespace Surrogates.Cli.Options;

/// <summary><c>--model</c>: kinds of surrogates.</summary>
internal static class ModelOption
{
    private static string Kinds =>
        $"{string.Join(", ", SurrogateTrainers.All.Select(trainer => trainer.Name))} (for comparisons also {string.Join(", ", SurrogateTrainers.Variants.Select(trainer => trainer.Name))}); default {SurrogateTrainers.Default.Name}";

    /// <summary>For a command that does several.</summary>
    public static Option<IReadOnlyList<string>> Several() =>
        CliOption.Names("--model", $"Kinds of surrogates, with commas between them: {Kinds}.", "KIND,KIND");

    /// <summary>For a command that does one.</summary>
    public static Option<string?> One() => CliOption.Text("--model", $"Kind of surrogate: {Kinds}.", "KIND");

    /// <summary>The kinds of these names; the default where none is named.</summary>
    /// <exception cref="InputException">There is no such kind.</exception>
    public static IReadOnlyList<ISurrogateTrainer> Resolve(IReadOnlyList<string> names) =>
        names.Count > 0 ? [.. names.Select(SurrogateTrainers.Get)] : [SurrogateTrainers.Default];

    /// <summary>The kind of this name; the default where none is named.</summary>
    /// <exception cref="InputException">There is no such kind.</exception>
    public static ISurrogateTrainer Resolve(string? name) => Resolve(name is null ? [] : [name])[0];
}
