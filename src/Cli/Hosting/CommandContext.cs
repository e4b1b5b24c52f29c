using System.CommandLine;
using Spectre.Console;
using Spectre.Console.Rendering;
using Surrogates.Cli.Output;

namespace Surrogates.Cli.Hosting;

/// <summary>What a running command is given: its shared options, where its results go, and when to stop.</summary>
internal sealed class CommandContext
{
    private const string StandardOutput = "-";

    private readonly CliHost _host;
    private readonly string? _json;
    private bool _hasOutput;
    private volatile IAnsiConsole? _live;

    public CommandContext(CliHost host, ParseResult arguments, SharedOptions options)
    {
        _host = host;
        _json = arguments.GetValue(options.Json);
        Seed = arguments.GetValue(options.Seed);
        IsQuiet = arguments.GetValue(options.Quiet);
        OutputFile.RequireFolder(_json == StandardOutput ? null : _json);
    }

    /// <summary>The seed of every random choice.</summary>
    public int Seed { get; }

    /// <summary>Whether notes and progress are kept back.</summary>
    public bool IsQuiet { get; }

    /// <summary>Is cancelled by Ctrl+C.</summary>
    public CancellationToken Cancellation => _host.Cancellation;

    /// <summary>Whether results for people are shown; not where standard output takes the JSON.</summary>
    public bool ShowsResults => _json != StandardOutput;

    /// <summary>Shows a result to people, under a title, with an empty line before it where something stands above.</summary>
    public void Show(IRenderable content, string? title = null)
    {
        if (!ShowsResults)
        {
            return;
        }

        if (_hasOutput)
        {
            Line();
        }

        if (title is not null)
        {
            Line(title);
        }

        _host.Output.Render(content);
        _hasOutput = true;
    }

    /// <summary>Writes a line of the result, as it stands.</summary>
    public void Line(string text = "")
    {
        if (ShowsResults)
        {
            _host.Output.Writer.WriteLine(text);
            _hasOutput = true;
        }
    }

    /// <summary>Writes the results for programs where <c>--json</c> asks for them: an array, one element a combination.</summary>
    public void WriteJson<T>(IReadOnlyList<T> results) => WriteDocument(results);

    /// <summary>Writes the one result of a command that has just one.</summary>
    public void WriteJson<T>(T result)
        where T : IJsonResult => WriteDocument(result);

    /// <summary>Refuses <c>--json</c> beside an option whose output is lines.</summary>
    /// <exception cref="InputException">It was given.</exception>
    public void RefuseJson(string option)
    {
        if (_json is not null)
        {
            throw new InputException($"--json does not go with {option}, whose output is one architecture a line");
        }
    }

    /// <summary>Tells what is no result, on standard error.</summary>
    public void Note(string text)
    {
        if (!IsQuiet)
        {
            // What was shown before stands before, also where both go to one place.
            _host.Output.Writer.Flush();
            if (_live is { } console)
            {
                console.WriteLine(text);
            }
            else
            {
                _host.Error.Writer.WriteLine(text);
            }
        }
    }

    /// <summary>Does work of a known number of steps under a progress report on standard error.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="work">Does it, and reports how many steps are done.</param>
    public T Track<T>(string title, int steps, Func<IProgress<int>, T> work) =>
        IsQuiet ? work(new SilentProgress()) : ProgressDisplay.Run(_host, title, steps, work, console => _live = console);

    private void WriteDocument<T>(T document)
    {
        switch (_json)
        {
            case null:
                break;
            case StandardOutput:
                _host.Output.Writer.WriteLine(Json.Serialize(document));
                break;
            default:
                OutputFile.WriteText(_json, Json.Serialize(document) + "\n");
                break;
        }
    }

    private sealed class SilentProgress : IProgress<int>
    {
        public void Report(int value)
        {
        }
    }
}
