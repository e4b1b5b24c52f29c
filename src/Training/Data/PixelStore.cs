using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Surrogates.Training.Data;

/// <summary>
/// Decoded images, each of the same number of bytes: in memory where they fit, else in a scratch file that is mapped into memory and is
/// deleted when it is closed, so that an image is decoded once and read at the speed of memory or disk.
/// </summary>
internal sealed unsafe class PixelStore : IDisposable
{
    private readonly int _size;
    private readonly long _length;
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private byte* _bytes;

    /// <summary>Makes room for images.</summary>
    /// <param name="count">The number of images.</param>
    /// <param name="size">Bytes of an image.</param>
    /// <param name="memoryBudget">The most bytes to hold in memory.</param>
    public PixelStore(int count, int size, long memoryBudget)
    {
        _size = size;
        _length = (long)count * size;
        if (_length <= memoryBudget)
        {
            _bytes = (byte*)NativeMemory.Alloc((nuint)Math.Max(1, _length));
            return;
        }

        var path = Path.Combine(Path.GetTempPath(), $"surrogate-images-{Guid.NewGuid():N}.tmp");
        _file = UserFile.Try(path, "write", () => MemoryMappedFile.CreateFromFile(
            new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose),
            mapName: null,
            Math.Max(1, _length),
            MemoryMappedFileAccess.ReadWrite,
            HandleInheritability.None,
            leaveOpen: false));
        _view = _file.CreateViewAccessor();
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _bytes);
    }

    /// <summary>Whether the images lie in memory.</summary>
    public bool IsInMemory => _file is null;

    /// <summary>The bytes of an image.</summary>
    public Span<byte> Get(int index)
    {
        ObjectDisposedException.ThrowIf(_bytes is null, this);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(((long)index + 1) * _size, _length, nameof(index));
        return new Span<byte>(_bytes + ((long)index * _size), _size);
    }

    /// <summary>Moves the images at the given places, which ascend, to the front.</summary>
    public void Keep(IReadOnlyList<int> places)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i] != i)
            {
                Get(places[i]).CopyTo(Get(i));
            }
        }
    }

    public void Dispose()
    {
        Free();
        _view?.Dispose();
        _file?.Dispose();
        GC.SuppressFinalize(this);
    }

    // Memory that a forgotten data set holds is freed with it; a mapped file has finalizers of its own.
    ~PixelStore() => Free();

    private void Free()
    {
        if (_bytes is not null && _view is null)
        {
            NativeMemory.Free(_bytes);
        }
        else if (_bytes is not null)
        {
            _view!.SafeMemoryMappedViewHandle.ReleasePointer();
        }

        _bytes = null;
    }
}
