using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Reports;
using Surrogates.AutoML.Trials;
using Surrogates.Cli.Output;
using Surrogates.Training.Tasks;

namespace Surrogates.Cli.Commands.Search;

/// <summary>The folder of a search on images. The trials that are done are in it at any moment.</summary>
internal sealed class SearchFolder : IProgress<TrialResult>
{
    private readonly string _path;
    private readonly List<TrialResult> _trials = [];
    private ITrainingTask? _task;

    private SearchFolder(string path) => _path = path;

    /// <summary>The ML.NET model.</summary>
    public string Model => Path.Combine(_path, "best.zip");

    /// <summary>The trials.</summary>
    public string Trials => Path.Combine(_path, "trials.csv");

    /// <summary>The summary.</summary>
    public string Summary => Path.Combine(_path, "summary.md");

    /// <summary>Makes the folder where it is missing.</summary>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static SearchFolder Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            return new SearchFolder(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"--output {path}: the folder cannot be made: {exception.Message}", exception);
        }
    }

    /// <summary>Begins to receive the trials of a task.</summary>
    public void Begin(ITrainingTask task) => _task = task;

    public void Report(TrialResult value)
    {
        _trials.Add(value);
        TrialTable.Of(_task!, _trials).Save(Trials);
    }

    /// <summary>Writes model, trials and summary.</summary>
    public void Write(ImageSearchResult result)
    {
        TrialTable.Of(result.Task, result.Trials, result.LeftOutPredictions).Save(Trials);
        OutputFile.WriteText(Summary, SearchSummary.Of(result));
        result.Confirmation.Network.Save(Model);
    }
}
