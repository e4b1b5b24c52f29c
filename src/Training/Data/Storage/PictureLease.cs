using System.Runtime.InteropServices;

namespace Surrogates.Training.Data.Storage;

/// <summary>Access to the pictures of a store: to chunks of memory, or to mapped memory that is held until the lease ends.</summary>
internal readonly unsafe ref struct PictureLease
{
    private readonly int _pictureBytes;
    private readonly byte[][]? _chunks;
    private readonly int _picturesPerChunk;
    private readonly SafeBuffer? _mapped;
    private readonly byte* _start;

    public PictureLease(byte[][] chunks, int picturesPerChunk, int pictureBytes)
    {
        _chunks = chunks;
        _picturesPerChunk = picturesPerChunk;
        _pictureBytes = pictureBytes;
    }

    public PictureLease(SafeBuffer mapped, int pictureBytes)
    {
        // Throws ObjectDisposedException where it is closed, and keeps it open from here on.
        mapped.AcquirePointer(ref _start);
        _mapped = mapped;
        _pictureBytes = pictureBytes;
    }

    /// <summary>The bytes of a slot; valid until the lease ends.</summary>
    public ReadOnlySpan<byte> Picture(int slot) =>
        _chunks is not null
            ? _chunks[slot / _picturesPerChunk].AsSpan(slot % _picturesPerChunk * _pictureBytes, _pictureBytes)
            : new(_start + ((long)slot * _pictureBytes), _pictureBytes);

    public void Dispose() => _mapped?.ReleasePointer();
}
