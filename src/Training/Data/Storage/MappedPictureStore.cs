using System.IO.MemoryMappedFiles;

namespace Surrogates.Training.Data.Storage;

/// <summary>
/// Pictures in a scratch file, mapped for reading. They are written with write calls and not through the map, so that a full disk
/// is an exception and not the end of the process.
/// </summary>
internal sealed class MappedPictureStore : PictureStore
{
    private readonly int _pictureBytes;
    private readonly string _path;
    private readonly FileStream _file;
    private MemoryMappedFile? _map;
    private MemoryMappedViewAccessor? _view;

    public MappedPictureStore(int count, int pictureBytes, string folder)
    {
        _pictureBytes = pictureBytes;
        _path = Path.Combine(folder, $"surrogates-{Guid.NewGuid():N}.scratch");
        _file = UserFile.Try(_path, "write", () => Open(_path, (long)count * pictureBytes));
    }

    public override void Write(int slot, ReadOnlySpan<byte> picture)
    {
        try
        {
            RandomAccess.Write(_file.SafeFileHandle, picture, (long)slot * _pictureBytes);
        }
        catch (IOException exception)
        {
            throw new InputException($"{_path}: cannot write it: {exception.Message} Choose another scratch folder.", exception);
        }
    }

    public override void Seal()
    {
        _map = MemoryMappedFile.CreateFromFile(_file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
    }

    public override PictureLease Lease() => new(_view!.SafeMemoryMappedViewHandle, _pictureBytes);

    public override void Dispose()
    {
        _view?.Dispose();
        _map?.Dispose();
        _file.Dispose();
    }

    private static FileStream Open(string path, long length)
    {
        // Where a file can lose its name while it is open, it does so now: its space is then free when the process ends, however
        // it ends. Elsewhere the system deletes it when it is closed.
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = 0,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(path);
            }

            file.SetLength(length);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
