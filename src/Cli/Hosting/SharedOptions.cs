using System.CommandLine;
using Surrogates.Cli.Options;

namespace Surrogates.Cli.Hosting;

/// <summary>The options of every command.</summary>
internal sealed class SharedOptions
{
    public Option<int> Seed { get; } = CliOption.WholeNumber(
        "--seed", "Seed of every random choice; the same seed gives the same results.", byDefault: 1, minimum: 0);

    public Option<string?> Json { get; } = new("--json")
    {
        Description = "Write the results as JSON to this file; '-' writes them to standard output instead of the table.",
        HelpName = "FILE",
        Recursive = true,
    };

    public Option<bool> Quiet { get; } = new("--quiet", "-q")
    {
        Description = "No progress and no notes; errors are still told.",
        Recursive = true,
    };

    public void AddTo(Command root)
    {
        Seed.Recursive = true;
        root.Add(Seed);
        root.Add(Json);
        root.Add(Quiet);
    }
}
