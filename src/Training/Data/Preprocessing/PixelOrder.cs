namespace Surrogates.Training.Data.Preprocessing;

/// <summary>The order of a pixel's bytes.</summary>
internal enum PixelOrder
{
    /// <summary>One byte a pixel.</summary>
    Grey,

    /// <summary>Blue, green, red, alpha; the colours premultiplied by alpha.</summary>
    Bgra,

    /// <summary>Red, green, blue, alpha; the colours premultiplied by alpha.</summary>
    Rgba,
}
