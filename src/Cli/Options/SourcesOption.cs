using System.CommandLine;

namespace Surrogates.Cli.Options;

/// <summary><c>--sources</c>: other tasks whose results may be used.</summary>
internal static class SourcesOption
{
    public static Option<string> Create() => ChoiceOption.Create(
        "--sources", "Other tasks whose results may be used; this version learns from the task's own results only.", "none");
}
