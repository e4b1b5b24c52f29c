using Surrogates.Tests;
using Surrogates.Training.Data;
using Surrogates.Training.Data.Storage;

namespace Surrogates.Training.Tests.Data.Storage;

public class PictureStoreTests
{
    [Fact]
    public void Store_in_a_file_gives_the_same_as_one_in_memory()
    {
        using var folder = new TemporaryFolder();
        Pictures.WriteClasses(folder, classes: 3, pictures: 6);
        using var scratch = new TemporaryFolder();
        using var inMemory = ImageData.Open(folder.File(""), new() { Size = 3 });
        using (var mapped = ImageData.Open(folder.File(""), new() { Size = 3, MemoryBudgetBytes = 0, ScratchFolder = scratch.File("") }))
        {
            Assert.Equal(inMemory.Train.Indices, mapped.Train.Indices);
            Assert.Equal(DatasetReading.All(inMemory.Dataset), DatasetReading.All(mapped.Dataset));
        }

        Assert.Empty(scratch.Names());
    }

    [Fact]
    public void Pictures_of_many_chunks_keep_their_slots()
    {
        using var folder = new TemporaryFolder();
        const int PictureBytes = 100_000;
        PictureStore[] stores =
        [
            new MemoryPictureStore(3, PictureBytes),
            new MemoryPictureStore(3, PictureBytes, chunkBytes: 250_000),
            new MemoryPictureStore(3, PictureBytes, chunkBytes: 1),
            new MappedPictureStore(3, PictureBytes, folder.File("")),
        ];
        var picture = new byte[PictureBytes];
        foreach (var store in stores)
        {
            for (byte slot = 0; slot < 3; slot++)
            {
                picture[0] = picture[^1] = slot;
                store.Write(slot, picture);
            }

            store.Seal();
            using (var lease = store.Lease())
            {
                for (byte slot = 0; slot < 3; slot++)
                {
                    Assert.Equal((slot, slot), (lease.Picture(slot)[0], lease.Picture(slot)[^1]));
                }
            }

            store.Dispose();
            Assert.Throws<ObjectDisposedException>(() => store.Lease().Dispose());
        }
    }

    [Fact]
    public void Missing_scratch_folder_is_told()
    {
        using var folder = new TemporaryFolder();
        Pictures.WriteClasses(folder, classes: 2, pictures: 3);
        var missing = folder.File("missing");
        var exception = Assert.Throws<InputException>(
            () => ImageData.Open(folder.File(""), new() { MemoryBudgetBytes = 0, ScratchFolder = missing }));
        Assert.StartsWith(Path.Combine(missing, "surrogates-"), exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(": cannot write it: there is no such file or folder.", exception.Message, StringComparison.Ordinal);
    }
}
