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

    /// <summary>Takes what is asked for of what is stored.</summary>
    public delegate void Taking(ReadOnlySpan<byte> stored, Span<byte> taken);

    /// <summary>Reads pictures, or a part of each, side by side.</summary>
    /// <param name="slots">For each picture its slot.</param>
    /// <param name="indices">Which pictures.</param>
    /// <param name="bytes">Bytes that are taken of each.</param>
    /// <param name="destination">Receives them.</param>
    /// <param name="take">Takes them.</param>
    public void Read(int[] slots, ReadOnlySpan<int> indices, int bytes, Span<byte> destination, Taking take)
    {
        if (destination.Length != (long)indices.Length * bytes)
        {
            throw new ArgumentException(
                $"{indices.Length} pictures are {(long)indices.Length * bytes} bytes, not {destination.Length}.", nameof(destination));
        }

        using var pictures = Lease();
        foreach (var index in indices)
        {
            if ((uint)index >= (uint)slots.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(indices), index, $"pictures are 0 to {slots.Length - 1}.");
            }

            take(pictures.Picture(slots[index]), destination[..bytes]);
            destination = destination[bytes..];
        }
    }

    /// <summary>Ends the writing.</summary>
    public abstract void Seal();

    /// <summary>Holds the pictures for reading: they stay even where the store is disposed meanwhile.</summary>
    /// <exception cref="ObjectDisposedException">The store is disposed.</exception>
    public abstract PictureLease Lease();

    public abstract void Dispose();
}
