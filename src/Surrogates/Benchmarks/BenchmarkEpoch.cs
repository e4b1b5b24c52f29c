using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Surrogates.Benchmarks;

/// <summary>The epoch at which a metric of a training is read: the last, the best, or one by number.</summary>
/// <remarks>The default value is <see cref="Final"/>.</remarks>
public readonly record struct BenchmarkEpoch : IParsable<BenchmarkEpoch>
{
    // 0 is the last epoch, so that default(BenchmarkEpoch) is it; -1 the best; n + 1 the epoch n.
    private readonly int _code;

    private BenchmarkEpoch(int code) => _code = code;

    /// <summary>The last epoch of the training.</summary>
    public static BenchmarkEpoch Final => new(0);

    /// <summary>The epoch at which the metric itself is best: lowest for a loss, else highest.</summary>
    public static BenchmarkEpoch Best => new(-1);

    /// <summary>The number of the epoch, counted from 0; null for <see cref="Final"/> and <see cref="Best"/>.</summary>
    public int? Number => _code > 0 ? _code - 1 : null;

    /// <summary>The epoch of that number, counted from 0 as TransNAS-Bench-101's own API counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static BenchmarkEpoch At(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfEqual(number, int.MaxValue);
        return new(number + 1);
    }

    /// <summary>Reads <c>final</c>, <c>best</c> or a number counted from 0.</summary>
    /// <exception cref="InputException">The text is none of them.</exception>
    public static BenchmarkEpoch Parse(string text) =>
        TryParse(text, null, out var epoch)
            ? epoch
            : throw new InputException($"{Quoted.Show(text)} is not an epoch; give final, best, or a number counted from 0.");

    /// <inheritdoc cref="Parse(string)"/>
    static BenchmarkEpoch IParsable<BenchmarkEpoch>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Reads <c>final</c>, <c>best</c> or a number counted from 0; the format provider is not used.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BenchmarkEpoch result)
    {
        result = default;
        switch (s)
        {
            case "final":
                return true;
            case "best":
                result = Best;
                return true;
            default:
                if (!int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == int.MaxValue)
                {
                    return false;
                }

                result = At(number);
                return true;
        }
    }

    /// <summary>The text that <see cref="Parse(string)"/> reads.</summary>
    public override string ToString() => _code switch
    {
        0 => "final",
        < 0 => "best",
        _ => (_code - 1).ToString(CultureInfo.InvariantCulture),
    };
}
