namespace Surrogates.Training.Data.Preview;

/// <summary>A colour.</summary>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    public static readonly Rgb White = new(255, 255, 255);
    public static readonly Rgb Ink = new(0x22, 0x26, 0x2b);
    public static readonly Rgb Quiet = new(0x6b, 0x72, 0x7c);
    public static readonly Rgb Hairline = new(0xd4, 0xd8, 0xde);
    public static readonly Rgb Shade = new(0xee, 0xf0, 0xf3);
    public static readonly Rgb Bar = new(0xb9, 0xd3, 0xf3);

    /// <summary>From <c>0xRRGGBB</c>.</summary>
    public static Rgb Of(int value) => new((byte)(value >> 16), (byte)(value >> 8), (byte)value);

    /// <summary>This colour laid over another one.</summary>
    /// <param name="under">The other one.</param>
    /// <param name="part">How much of this one, of <paramref name="whole"/> parts.</param>
    /// <param name="whole">The parts.</param>
    public Rgb Over(Rgb under, int part, int whole)
    {
        return new(Mix(Red, under.Red), Mix(Green, under.Green), Mix(Blue, under.Blue));

        byte Mix(int above, int below) => (byte)(((above * part) + (below * (whole - part)) + (whole / 2)) / whole);
    }
}
