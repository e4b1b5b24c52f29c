namespace Surrogates.Cli.Output;

/// <summary>A curve in a line of text, one character a value.</summary>
internal static class Sparkline
{
    private const string Levels = "▁▂▃▄▅▆▇█";

    public static string Of(IReadOnlyList<double> curve)
    {
        double[] finite = [.. curve.Where(double.IsFinite)];
        if (finite.Length == 0)
        {
            return "";
        }

        var (low, high) = (finite.Min(), finite.Max());
        return string.Concat(curve.Select(value => double.IsFinite(value) ? Levels[LevelOf(value, low, high)] : ' '));
    }

    private static int LevelOf(double value, double low, double high) =>
        high > low ? (int)Math.Round((value - low) / (high - low) * (Levels.Length - 1)) : 0;
}
