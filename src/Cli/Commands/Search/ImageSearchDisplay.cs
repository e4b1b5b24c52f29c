using Surrogates.AutoML.Experiments;
using Surrogates.Cli.Hosting;

namespace Surrogates.Cli.Commands.Search;

/// <summary>Shows where a search on images stands: a bar, and what was found, in words.</summary>
internal static class ImageSearchDisplay
{
    private const int Steps = 1000;

    // Full trainings take about ten times as long as the brief ones. The proxies, where there are any, have the bar for themselves.
    private const double ShareOfTrials = .1;

    public static ImageSearchResult Run(CommandContext context, Func<IProgress<ImageSearchProgress>, ImageSearchResult> search) =>
        context.Track("search", Steps, bar => search(new ImmediateProgress<ImageSearchProgress>(progress =>
        {
            bar.Report((int)(Steps * progress.Stage switch
            {
                ImageSearchStage.Proxies => progress.Share,
                ImageSearchStage.Trials => ShareOfTrials * progress.Share,
                _ => ShareOfTrials + ((1 - ShareOfTrials) * progress.Share),
            }));
            if (progress.Message is { } message)
            {
                context.Note(message);
            }
        })));
}
