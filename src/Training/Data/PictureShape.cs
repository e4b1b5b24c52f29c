namespace Surrogates.Training.Data;

/// <summary>What a picture is kept as: grey once, colour in three planes, and after them the planes of labels at every pixel.</summary>
internal readonly record struct PictureShape(int Height, int Width, bool IsGrey, int LabelPlanes = 0)
{
    public int PlaneBytes => Height * Width;

    /// <summary>The bytes that are kept of the picture itself.</summary>
    public int PictureBytes => IsGrey ? PlaneBytes : ImageDataset.Channels * PlaneBytes;

    /// <summary>The bytes that are kept in all.</summary>
    public int StoredBytes => PictureBytes + (LabelPlanes * PlaneBytes);

    /// <summary>The three planes of what is kept.</summary>
    public void Expand(ReadOnlySpan<byte> stored, Span<byte> planes)
    {
        var picture = stored[..PictureBytes];
        picture.CopyTo(planes);
        if (IsGrey)
        {
            picture.CopyTo(planes[PlaneBytes..]);
            picture.CopyTo(planes[(2 * PlaneBytes)..]);
        }
    }
}
