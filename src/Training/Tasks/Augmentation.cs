namespace Surrogates.Training.Tasks;

/// <summary>How the pictures of a training are changed at random, anew in every epoch. Nothing by default.</summary>
public sealed record Augmentation
{
    /// <summary>Whether half of the pictures are mirrored left to right.</summary>
    public bool MirrorsHorizontally { get; init; }

    /// <summary>The largest shift in each direction, as a share of the side; what comes in is black.</summary>
    public double Shift { get; init; }

    /// <summary>Brightness is multiplied by 1 − b to 1 + b.</summary>
    public double Brightness { get; init; }

    /// <summary>The distance to the picture's mean grey is multiplied by 1 − c to 1 + c.</summary>
    public double Contrast { get; init; }

    /// <summary>The distance to each pixel's grey is multiplied by 1 − s to 1 + s.</summary>
    public double Saturation { get; init; }

    /// <summary>The hue is turned by −h to h of a full circle.</summary>
    public double Hue { get; init; }

    /// <summary>Whether any colour is changed.</summary>
    public bool ChangesColours => Brightness > 0 || Contrast > 0 || Saturation > 0 || Hue > 0;

    internal void Validate()
    {
        foreach (var (name, value) in new[]
        {
            ("shift", Shift), ("brightness", Brightness), ("contrast", Contrast), ("saturation", Saturation), ("hue", Hue),
        })
        {
            OptionRange.Require(value is >= 0 and <= 1, name, value, "0 to 1");
        }
    }
}
