namespace Surrogates.Training.Data.Storage;

/// <summary>Pictures in memory, in chunks, since one array ends at 2 GB.</summary>
internal sealed class MemoryPictureStore : PictureStore
{
    private const int DefaultChunkBytes = 1 << 28;

    private readonly int _pictureBytes;
    private readonly int _picturesPerChunk;
    private byte[][]? _chunks;

    public MemoryPictureStore(int count, int pictureBytes, int chunkBytes = DefaultChunkBytes)
    {
        _pictureBytes = pictureBytes;
        _picturesPerChunk = Math.Max(1, chunkBytes / pictureBytes);
        _chunks = new byte[(count + _picturesPerChunk - 1) / _picturesPerChunk][];
        for (var i = 0; i < _chunks.Length; i++)
        {
            var pictures = Math.Min(_picturesPerChunk, count - (i * _picturesPerChunk));
            _chunks[i] = GC.AllocateUninitializedArray<byte>(pictures * pictureBytes);
        }
    }

    /// <summary>A store of pictures that lie side by side; they are copied.</summary>
    public static MemoryPictureStore Of(ReadOnlySpan<byte> pictures, int pictureBytes)
    {
        var count = pictures.Length / pictureBytes;
        var store = new MemoryPictureStore(count, pictureBytes);
        for (var i = 0; i < count; i++)
        {
            store.Write(i, pictures.Slice(i * pictureBytes, pictureBytes));
        }

        store.Seal();
        return store;
    }

    public override void Write(int slot, ReadOnlySpan<byte> picture) =>
        picture.CopyTo(Chunks[slot / _picturesPerChunk].AsSpan(slot % _picturesPerChunk * _pictureBytes, _pictureBytes));

    public override void Seal()
    {
    }

    public override PictureLease Lease() => new(Chunks, _picturesPerChunk, _pictureBytes);

    public override void Dispose() => _chunks = null;

    private byte[][] Chunks => _chunks ?? throw new ObjectDisposedException(nameof(ImageDataset));
}
