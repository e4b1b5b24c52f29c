using Surrogates.AutoML.Experiments;
using Surrogates.Cli.Hosting;

namespace Surrogates.Cli.Commands.Search;

/// <summary>Shows where a search on images stands: a bar, and what was found, in words.</summary>
internal static class ImageSearchDisplay
{
    private const int Steps = 1000;

    public static ImageSearchResult Run(CommandContext context, Func<IProgress<ImageSearchProgress>, ImageSearchResult> search) =>
        context.Track("search", Steps, bar => search(new Display(context, bar)));

    private sealed class Display(CommandContext context, IProgress<int> bar) : IProgress<ImageSearchProgress>
    {
        public void Report(ImageSearchProgress value)
        {
            // Trials and confirmation take about the same time.
            var done = (value.Stage == ImageSearchStage.Trials ? 0 : .5) + (value.Share / 2);
            bar.Report((int)(Steps * done));
            if (value.Message is { } message)
            {
                context.Note(message);
            }
        }
    }
}
