namespace Surrogates.Training.Data;

/// <summary>What a picture is kept as: grey once, colour in three planes.</summary>
internal readonly record struct PictureShape(int Height, int Width, bool IsGrey)
{
    public int PlaneBytes => Height * Width;

    public int StoredBytes => IsGrey ? PlaneBytes : ImageDataset.Channels * PlaneBytes;

    /// <summary>The three planes of what is kept.</summary>
    public void Expand(ReadOnlySpan<byte> stored, Span<byte> planes)
    {
        stored.CopyTo(planes);
        if (IsGrey)
        {
            stored.CopyTo(planes[PlaneBytes..]);
            stored.CopyTo(planes[(2 * PlaneBytes)..]);
        }
    }
}
