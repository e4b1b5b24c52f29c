using System.Globalization;
using Surrogates.Architectures;
using Surrogates.Architectures.Cells;

namespace Surrogates.Cli.Drawing;

/// <summary>An architecture as SVG that reads on light and on dark pages.</summary>
internal static class ArchitectureDrawing
{
    /// <summary>Draws a cell as a graph with operations on its edges, anything else as a sequence of blocks.</summary>
    public static string Draw(Architecture architecture) =>
        architecture.Space is CellSearchSpace space
            ? CellDrawing.Draw(architecture, space, Caption(architecture))
            : SequenceDrawing.Draw(architecture, Caption(architecture));

    private static string Caption(Architecture architecture)
    {
        var caption = architecture.Space.Description;
        if (architecture.Cost is { } cost)
        {
            caption += $"  ·  {Short(cost.Parameters)} parameters  ·  {Short(cost.Flops)} FLOPs";
        }

        return architecture.Space.IsConnected(architecture) ? caption : caption + "  ·  not connected";
    }

    private static string Short(long count)
    {
        var (divisor, unit) = count switch
        {
            >= 1_000_000_000 => (1e9, "G"),
            >= 1_000_000 => (1e6, "M"),
            >= 1_000 => (1e3, "k"),
            _ => (1.0, ""),
        };
        return (count / divisor).ToString("G3", CultureInfo.InvariantCulture) + unit;
    }
}
