using System.Buffers;
using Surrogates.Training.Data.Decoding;
using Surrogates.Training.Data.Preprocessing;
using FilePath = System.IO.Path;

namespace Surrogates.Training.Data.Sources;

/// <summary>Pictures in files of a folder; an item's name is its path in it.</summary>
internal sealed class FileImageSource(string folder, int size) : ImageSource(folder)
{
    private readonly ImagePreprocessing _preprocessing = new(size, size);

    public override PictureShape Shape => new(_preprocessing.Height, _preprocessing.Width, IsGrey: false);

    public override string Location(int item) => FilePath.Combine(Path, ItemNames[item]);

    public override void Load(PictureLoad load) => load.ReadEach(item => LoadItem(load, item));

    private void LoadItem(PictureLoad load, int item)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(_preprocessing.PictureBytes);
        try
        {
            var planes = buffer.AsSpan(0, _preprocessing.PictureBytes);
            PictureFile.ReadPlanes(Location(item), _preprocessing, planes);
            load.Store(item, planes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
