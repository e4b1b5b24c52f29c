namespace Surrogates.Training.Data.Preview;

/// <summary>Colours that are told apart: a list by hand, and beyond it hues a golden angle apart, in changing strength.</summary>
internal static class Palette
{
    private static readonly int[] Chosen =
    [
        0x4e79c4, 0xf28e2b, 0x59a14f, 0xe15759, 0x8b62b3, 0xf2d04a, 0x3fb8af, 0x9c5b3c, 0xf4a6c0, 0x1f3f77,
        0xa8d86e, 0xb0176b, 0x86c5f0, 0x6b7d1e, 0xc9a27e, 0x0f6b5c, 0xff5fa2, 0x7a2230, 0xc6b7f0, 0x555555,
    ];

    /// <summary>The colour of a number, 0 or more.</summary>
    public static Rgb Color(int number) => number < Chosen.Length ? Rgb.Of(Chosen[number]) : Hue(number);

    private static Rgb Hue(int number)
    {
        // 137.508°, in thousandths; a colour is its six ramps of 60° each.
        const int Circle = 360_000;
        const int Ramp = Circle / 6;
        var angle = (int)(number * 137_508L % Circle);
        var value = 240 - (55 * (number % 3));
        var low = value * (number % 2 == 0 ? 15 : 45) / 100;
        var step = angle % Ramp * (value - low) / Ramp;
        var (rising, falling) = ((byte)(low + step), (byte)(value - step));
        var (high, dark) = ((byte)value, (byte)low);
        return (angle / Ramp) switch
        {
            0 => new(high, rising, dark),
            1 => new(falling, high, dark),
            2 => new(dark, high, rising),
            3 => new(dark, falling, high),
            4 => new(rising, dark, high),
            _ => new(high, dark, falling),
        };
    }
}
