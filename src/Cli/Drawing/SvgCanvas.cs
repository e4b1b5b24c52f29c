using System.Globalization;
using System.Security;
using System.Text;

namespace Surrogates.Cli.Drawing;

/// <summary>Collects the elements of an SVG with one style: ink and surface follow the page, light or dark.</summary>
internal sealed class SvgCanvas
{
    /// <summary>The number of colors; what has more kinds reuses them.</summary>
    public const int Colors = 7;

    /// <summary>The height that title and caption take.</summary>
    public const double HeaderHeight = 76;

    // Each pair has the same hue, with enough contrast to the light and to the dark surface.
    private const string Style = """
        svg { --surface: #fcfcfb; --ink: #16181d; --muted: #5d6068; --rule: #b9bbc1;
          --c0: #2166c4; --c1: #c2500f; --c2: #0f8a62; --c3: #6b4fc9; --c4: #b3264a; --c5: #8a6a00; --c6: #0e7f95; }
        @media (prefers-color-scheme: dark) { svg { --surface: #17181c; --ink: #f2f3f5; --muted: #a9adb6; --rule: #565a63;
          --c0: #6aa5f2; --c1: #f0935a; --c2: #4cc99a; --c3: #ab97f5; --c4: #f2809a; --c5: #d9b544; --c6: #57c4d9; } }
        text { font-family: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: var(--ink); }
        .surface { fill: var(--surface); }
        .title { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-weight: 600; }
        .caption { font-size: 12.5px; fill: var(--muted); }
        .label { font-size: 12.5px; font-weight: 500; text-anchor: middle; dominant-baseline: central; }
        .small { font-size: 11.5px; fill: var(--muted); text-anchor: middle; dominant-baseline: central; }
        .node { fill: var(--surface); stroke: var(--ink); stroke-width: 1.75; }
        .end { fill: var(--ink); stroke: none; }
        .end-label { fill: var(--surface); font-weight: 600; }
        .edge { fill: none; stroke: var(--color); stroke-width: 2.25; stroke-linecap: round; }
        .head { fill: var(--color); stroke: none; }
        .pill { fill: var(--surface); stroke: var(--color); stroke-width: 1.5; }
        .block { fill: var(--color); fill-opacity: .16; stroke: var(--color); stroke-width: 1.75; }
        .wire { fill: none; stroke: var(--rule); stroke-width: 1.75; }
        .neutral { --color: var(--muted); }
        .dead { opacity: .38; }
        .dead .edge { stroke-dasharray: 2 6; }
        """;

    private readonly StringBuilder _elements = new();

    /// <summary>The class of the operation of an index.</summary>
    public static string ColorClass(int index) => $"c{index % Colors}";

    /// <summary>Adds an element; numbers are written the same everywhere, and texts are escaped.</summary>
    public void Add(FormattableString element)
    {
        object?[] arguments =
            [.. element.GetArguments().Select(argument => argument is string text ? SecurityElement.Escape(text) : argument)];
        _elements.Append("  ").AppendFormat(CultureInfo.InvariantCulture, element.Format, arguments).Append('\n');
    }

    /// <summary>The estimated width of a label with its margins.</summary>
    public static double LabelWidth(string label) => (label.Length * 7) + 20;

    /// <summary>The picture, with its title and caption at the top.</summary>
    public string Finish(string title, string caption, double width, double height)
    {
        var titleSize = title.Length > 48 ? 12 : 17;
        width = Math.Max(width, Math.Max((title.Length * titleSize * 0.62) + 48, (caption.Length * 6.3) + 48));
        var header = new SvgCanvas();
        header.Add($"<rect class=\"surface\" width=\"{width:0.#}\" height=\"{height:0.#}\" rx=\"10\"/>");
        header.Add($"<text class=\"title\" font-size=\"{titleSize}\" x=\"24\" y=\"36\">{title}</text>");
        header.Add($"<text class=\"caption\" x=\"24\" y=\"58\">{caption}</text>");
        var colors = string.Concat(Enumerable.Range(0, Colors).Select(i => $"\n.{ColorClass(i)} {{ --color: var(--c{i}); }}"));
        var size = string.Create(CultureInfo.InvariantCulture, $"{width:0.#} {height:0.#}");
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width:0.#}" height="{height:0.#}" viewBox="0 0 {size}" role="img">
              <title>{SecurityElement.Escape(title)}</title>
              <style>
            {Style}{colors}
              </style>
            {header._elements}{_elements}</svg>

            """);
    }
}
