using System.CommandLine;
using Surrogates.Models;

namespace Surrogates.Cli.Options;

/// <summary><c>--model</c>: kinds of surrogates.</summary>
internal static class ModelOption
{
    private static string Kinds => $"{Names(SurrogateTrainers.All)} (for comparisons also {Names(SurrogateTrainers.Variants)}); default ";

    /// <summary>For a command that does several.</summary>
    public static Option<IReadOnlyList<string>> Several() =>
        CliOption.Names("--model", $"Kinds of surrogates, with commas between them: {Kinds}{SurrogateTrainers.Default.Name}.", "KIND,KIND");

    /// <summary>For a command that does one.</summary>
    /// <param name="byDefault">What is taken where none is named; null stands for the default kind.</param>
    public static Option<string?> One(string? byDefault = null) =>
        CliOption.Text("--model", $"Kind of surrogate: {Kinds}{byDefault ?? SurrogateTrainers.Default.Name}.", "KIND");

    /// <summary>The kinds of these names; the default where none is named.</summary>
    /// <exception cref="InputException">There is no such kind.</exception>
    public static IReadOnlyList<ISurrogateTrainer> Resolve(IReadOnlyList<string> names) =>
        names.Count > 0 ? [.. names.Select(SurrogateTrainers.Get)] : [SurrogateTrainers.Default];

    /// <summary>The kind of this name; the default where none is named.</summary>
    /// <exception cref="InputException">There is no such kind.</exception>
    public static ISurrogateTrainer Resolve(string? name) => Resolve(name is null ? [] : [name])[0];

    private static string Names(IReadOnlyList<ISurrogateTrainer> trainers) => string.Join(", ", trainers.Select(trainer => trainer.Name));
}
