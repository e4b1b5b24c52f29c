using System.Globalization;
using System.Numerics;

namespace Surrogates.Cli.Output;

/// <summary>Numbers as people read them in tables.</summary>
internal static class Numerals
{
    /// <summary>What stands for a number that there is none of.</summary>
    public const string None = "–";

    /// <summary>A count, with its thousands set apart.</summary>
    public static string Count(BigInteger count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A value with four decimals, or with six digits where it is large or tiny.</summary>
    public static string Value(double value) => Math.Abs(value) switch
    {
        double.NaN => None,
        0 or (>= 1e-3 and < 1e4) => value.ToString("F4", CultureInfo.InvariantCulture),
        _ => value.ToString("G6", CultureInfo.InvariantCulture),
    };

    /// <summary>A correlation, from −1 to 1.</summary>
    public static string Correlation(double value) => double.IsNaN(value) ? None : value.ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>A duration in seconds.</summary>
    public static string Seconds(double seconds) => seconds.ToString("F2", CultureInfo.InvariantCulture) + " s";
}
