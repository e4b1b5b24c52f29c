using Spectre.Console;
using Spectre.Console.Rendering;

namespace Surrogates.Cli.Hosting;

/// <summary>Standard output or standard error: where text goes, and what the other end can show.</summary>
/// <param name="Writer">Takes the text.</param>
/// <param name="IsTerminal">Whether a person looks at a terminal; else a file or another program reads.</param>
/// <param name="UsesColor">Whether escape codes are welcome.</param>
internal sealed record OutputChannel(TextWriter Writer, bool IsTerminal = false, bool UsesColor = false)
{
    // Nobody wraps a file: a table is as wide as its content.
    private const int UnboundedWidth = 10_000;

    /// <summary>Renders tables and text: to the terminal's width, or as plain lines without trailing blanks.</summary>
    public void Render(IRenderable content)
    {
        if (IsTerminal)
        {
            CreateConsole().Write(content);
            return;
        }

        using var buffer = new StringWriter { NewLine = "\n" };
        CreatePlainConsole(buffer).Write(content);
        foreach (var line in buffer.ToString().TrimEnd('\n').Split('\n'))
        {
            Writer.WriteLine(line.TrimEnd());
        }
    }

    /// <summary>A console on the channel, for displays that change while they are looked at.</summary>
    public IAnsiConsole CreateConsole() =>
        AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = UsesColor ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = UsesColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(Writer),
        });

    private static IAnsiConsole CreatePlainConsole(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = UnboundedWidth;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
