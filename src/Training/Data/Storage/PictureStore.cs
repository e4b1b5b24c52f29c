namespace Surrogates.Training.Data.Storage;

/// <summary>
/// Decoded pictures of equal size in numbered slots, which are written from any thread, and after <see cref="Seal"/> read from any.
/// </summary>
internal abstract class PictureStore : IDisposable
{
    /// <summary>A store in memory where the pictures fit the budget, else one in a scratch file.</summary>
    public static PictureStore Create(int count, int pictureBytes, long memoryBudget, string? scratchFolder) =>
        (long)count * pictureBytes <= memoryBudget
            ? new MemoryPictureStore(count, pictureBytes)
            : new MappedPictureStore(count, pictureBytes, scratchFolder ?? Path.GetTempPath());

    /// <summary>Writes a picture.</summary>
    /// <exception cref="InputException">The scratch file cannot be written.</exception>
    public abstract void Write(int slot, ReadOnlySpan<byte> picture);

    /// <summary>Ends the writing.</summary>
    public abstract void Seal();

    /// <summary>Holds the pictures for reading: they stay even where the store is disposed meanwhile.</summary>
    /// <exception cref="ObjectDisposedException">The store is disposed.</exception>
    public abstract PictureLease Lease();

    public abstract void Dispose();
}
