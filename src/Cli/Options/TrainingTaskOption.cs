using System.CommandLine;
using Surrogates.Training.Tasks;

namespace Surrogates.Cli.Options;

/// <summary><c>--task</c>: what networks are trained for.</summary>
internal static class TrainingTaskOption
{
    /// <summary>Creates the option.</summary>
    /// <param name="description">What the task is for.</param>
    public static Option<string?> Create(string description) => CliOption.Text(
        "--task",
        $"{description}: {string.Join(", ", TrainingTasks.Kinds.Select(kind => kind.Name))}; by default what the labels suggest.",
        "TASK");
}
