namespace Surrogates.Training.Data;

/// <summary>
/// At every pixel the direction that the surface there faces: three planes x, y, z of a unit vector as seen by the camera (x to the right,
/// y up, z towards the camera), −1 to 1 as 0 to 255.
/// </summary>
public sealed record NormalLabels : DenseLabels
{
    /// <summary>Creates labels of pictures that are in memory.</summary>
    /// <param name="height">Rows a picture.</param>
    /// <param name="width">Columns a picture.</param>
    /// <param name="values">Pictures × 3 × height × width; they are copied.</param>
    /// <exception cref="ArgumentException">The values are not whole pictures.</exception>
    public NormalLabels(int height, int width, ReadOnlySpan<byte> values)
        : this() => Keep(height, width, values);

    /// <summary>Labels that have not been read yet.</summary>
    internal NormalLabels()
        : base(ImageDataset.Channels)
    {
    }

    // No direction.
    internal override byte Unknown => 128;

    internal override void OnMirrored(Span<byte> planes)
    {
        foreach (ref var x in planes[..(planes.Length / Planes)])
        {
            x = (byte)(byte.MaxValue - x);
        }
    }

    private protected override string Describe() => nameof(NormalLabels);
}
