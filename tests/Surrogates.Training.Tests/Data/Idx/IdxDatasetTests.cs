using CsCheck;
using Surrogates.Tests;
using Surrogates.Training.Data;

namespace Surrogates.Training.Tests.Data.Idx;

public class IdxDatasetTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Test_files_are_the_test_set(bool compressed)
    {
        using var folder = new TemporaryFolder();
        IdxWriter.WriteDataset(folder, train: 30, test: 9, compressed: compressed);
        using var splits = ImageData.Open(folder.File(""));
        Assert.Equal((24, 6, 9), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
        Assert.Equal((2, 2, 39), (splits.Dataset.Height, splits.Dataset.Width, splits.Dataset.Count));
        Assert.Equal(["0", "1", "2"], splits.Train.ClassNames);
        var labels = Assert.IsType<ClassLabels>(splits.Dataset.Labels);
        for (var index = 0; index < splits.Dataset.Count; index++)
        {
            var (file, item) = index < 30 ? ("train", index) : ("t10k", index - 30);
            Assert.Equal($"{file}-images-idx3-ubyte[{item}]", splits.Dataset.GetItemName(index));
            Assert.Equal(item % 3, labels.Classes[index]);
            Assert.All(DatasetReading.Picture(splits.Dataset, index), value => Assert.Equal(item, value));
        }
    }

    [Fact]
    public void Path_may_be_that_of_the_images_and_compression_changes_nothing()
    {
        using var plain = new TemporaryFolder();
        using var compressed = new TemporaryFolder();
        IdxWriter.WriteDataset(plain, train: 30, test: 0);
        IdxWriter.WriteDataset(compressed, train: 30, test: 0, compressed: true);
        using var fromFolder = ImageData.Open(plain.File(""));
        using var fromFile = ImageData.Open(compressed.File("train-images-idx3-ubyte.gz"));
        Assert.Equal(DatasetReading.Names(fromFolder.Test), DatasetReading.Names(fromFile.Test));
        Assert.Equal(6, fromFile.Test.Count);
        Assert.Equal(DatasetReading.All(fromFolder.Dataset), DatasetReading.All(fromFile.Dataset));
    }

    [Fact]
    public void What_is_written_is_read() =>
        Gen.Select(Gen.Int[6, 20], Gen.Int[1, 9], Gen.Int[1, 9], Gen.Bool, Gen.Int[0, 999]).Sample(
            (count, height, width, compressed, seed) =>
            {
                using var folder = new TemporaryFolder();
                var pixels = new byte[count * height * width];
                new Random(seed).NextBytes(pixels);
                byte[] labels = [.. Enumerable.Range(0, count).Select(item => (byte)(250 + (item % 2)))];
                Write(folder, "train-images.idx3-ubyte", IdxWriter.Images(count, height, width, pixels), compressed);
                Write(folder, "train-labels.idx1-ubyte", IdxWriter.Labels(labels), compressed);
                using var splits = ImageData.Open(folder.File(""));
                Assert.Equal(["250", "251"], splits.Train.ClassNames);
                for (var item = 0; item < count; item++)
                {
                    byte[] grey = [.. pixels.AsSpan(item * height * width, height * width)];
                    Assert.Equal([.. grey, .. grey, .. grey], DatasetReading.Picture(splits.Dataset, item));
                }
            },
            iter: 30);

    [Fact]
    public void Other_size_is_scaled_to()
    {
        using var folder = new TemporaryFolder();
        IdxWriter.WriteDataset(folder, train: 30, test: 3);
        using var splits = ImageData.Open(folder.File(""), new() { Size = 5, MaximumImages = 8 });
        Assert.Equal((5, 5), (splits.Dataset.Height, splits.Dataset.Width));
        Assert.Equal((8, 3), (splits.Train.Count + splits.Validation.Count, splits.Test.Count));
        foreach (var index in splits.Train.Indices)
        {
            var name = splits.Dataset.GetItemName(index);
            Assert.All(DatasetReading.Picture(splits.Dataset, index), value => Assert.Equal($"train-images-idx3-ubyte[{value}]", name));
        }
    }

    [Fact]
    public void Damage_is_told_with_file_and_byte()
    {
        var images = IdxWriter.Images(12, 2, 2, new byte[48]);
        var labels = IdxWriter.Labels([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
        const string Images = "train-images-idx3-ubyte";
        const string Labels = "train-labels-idx1-ubyte";
        Check(Images, images[..2], "byte 0: the file ends before its magic number; an IDX file is expected.");
        Check(Images, labels, "byte 0: the magic number is 00000801; that of IDX images is 00000803.");
        Check(Labels, images, "byte 0: the magic number is 00000803; that of IDX labels is 00000801.");
        Check(Images, images[..10], "byte 8: the file ends in its header.");
        Check(Images, images[..^1], "byte 4: the sizes 12 × 2 × 2 make 64 bytes; the file has 63.");
        Check(Images, [.. images, 0], "byte 4: the sizes 12 × 2 × 2 make 64 bytes; the file has 65.");
        Check(Images, IdxWriter.Encode(0x803, [12, -1, 2], []), "byte 8: a size of -1; 1 to 32768 is expected.");
        Check(Images, IdxWriter.Encode(0x803, [12, 2, 40_000], []), "byte 12: a size of 40000; 1 to 32768 is expected.");
        Check(Images, IdxWriter.Encode(0x803, [0, 2, 2], []), "byte 4: a size of 0; 1 to 2147483647 is expected.");
        Check(
            Images,
            IdxWriter.Encode(0x803, [1, 20_000, 20_000], []),
            "byte 8: pictures of 20000 × 20000 pixels; at most 100000000 are read.");
        Check(Labels, IdxWriter.Labels(new byte[11]), "byte 4: 11 labels; {images} has 12 images.");

        void Check(string file, byte[] content, string expected)
        {
            using var folder = new TemporaryFolder();
            File.WriteAllBytes(folder.File(Images), file == Images ? content : images);
            File.WriteAllBytes(folder.File(Labels), file == Labels ? content : labels);
            var exception = Assert.Throws<Surrogates.Benchmarks.BenchmarkFormatException>(() => ImageData.Open(folder.File("")));
            expected = expected.Replace("{images}", folder.File(Images), StringComparison.Ordinal);
            Assert.Equal($"{folder.File(file)}: {expected}", exception.Message);
        }
    }

    [Fact]
    public void Damaged_compression_is_told()
    {
        var pixels = new byte[12_000];
        new Random(1).NextBytes(pixels);
        var images = IdxWriter.Images(3000, 2, 2, pixels);
        var compressed = IdxWriter.Compressed(images);
        Assert.Contains("the gzip data are damaged near byte", Message([.. compressed[..3000], .. new byte[60], .. compressed[3060..]]));
        Assert.Contains("damaged", Message([.. compressed[..^8], 1, 2, 3, 4, .. compressed[^4..]]));
        Assert.Matches("the file ends; its header promises 12016 bytes|damaged", Message(compressed[..(compressed.Length / 2)]));
        Assert.EndsWith(
            "byte 12016: more follows, where its header promises 12016 bytes.",
            Message(IdxWriter.Compressed([.. images, .. new byte[1_000_000]])));
        Assert.Matches(
            "byte 4: the sizes 1000000000 × 1000 × 1000 make 1000000000000016 bytes; the file of [0-9]+ bytes cannot hold them.$",
            Message(IdxWriter.Compressed(IdxWriter.Encode(0x803, [1_000_000_000, 1000, 1000], []))));

        string Message(byte[] content)
        {
            using var folder = new TemporaryFolder();
            File.WriteAllBytes(folder.File("train-images-idx3-ubyte.gz"), content);
            byte[] labels = [.. Enumerable.Range(0, 3000).Select(i => (byte)(i % 2))];
            File.WriteAllBytes(folder.File("train-labels-idx1-ubyte"), IdxWriter.Labels(labels));
            var exception = Assert.ThrowsAny<InputException>(() => ImageData.Open(folder.File("")));
            Assert.StartsWith(folder.File("train-images-idx3-ubyte.gz"), exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', exception.Message);
            return exception.Message;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whatever_the_bytes_images_are_read_or_refused(bool compressed)
    {
        using var folder = new TemporaryFolder();
        IdxWriter.WriteDataset(folder, train: 30, test: 0, compressed: compressed);
        var path = folder.File(compressed ? "train-images-idx3-ubyte.gz" : "train-images-idx3-ubyte");
        var valid = File.ReadAllBytes(path);
        Gen.Select(Gen.Int[0, 40], Gen.Byte, Gen.Int[0, 20]).Sample(
            (position, value, cut) =>
            {
                var content = valid[..^cut].ToArray();
                content[position % content.Length] = value;
                File.WriteAllBytes(path, content);
                try
                {
                    ImageData.Open(folder.File("")).Dispose();
                }
                catch (InputException exception)
                {
                    Assert.DoesNotContain('\n', exception.Message);
                }
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public void Files_that_do_not_fit_each_other_are_told()
    {
        using var folder = new TemporaryFolder();
        IdxWriter.WriteDataset(folder, train: 30, test: 9);
        var path = folder.File("t10k-labels-idx1-ubyte");
        File.WriteAllBytes(path, IdxWriter.Labels([0, 1, 2, 0, 7, 2, 0, 1, 2]));
        Assert.Equal(
            $"{path}: byte 12: label 7, which no image of {folder.File("train-images-idx3-ubyte")} has; they have 0 to 2.",
            Error(folder));
        File.Delete(path);
        Assert.Equal(
            $"{folder.File("t10k-images-idx3-ubyte")}: its labels are not beside it; t10k-labels-idx1-ubyte is expected, or with .gz.",
            Error(folder));
        File.WriteAllBytes(path, IdxWriter.Labels(new byte[9]));
        File.WriteAllBytes(folder.File("t10k-images-idx3-ubyte"), IdxWriter.Images(9, 3, 3, new byte[81]));
        Assert.EndsWith("images of 3 × 3; those of " + folder.File("train-images-idx3-ubyte") + " are 2 × 2.", Error(folder));
        File.Delete(folder.File("t10k-images-idx3-ubyte"));
        Assert.Equal($"{path}: its images are not beside it; t10k-images-idx3-ubyte is expected, or with .gz.", Error(folder));
        File.WriteAllBytes(folder.File("other-train-images-idx3-ubyte"), []);
        Assert.EndsWith(
            "IDX files of several datasets, other-train-images-idx3-ubyte, train-images-idx3-ubyte; give the path of one of them.",
            Error(folder));
    }

    private static string Error(TemporaryFolder folder) =>
        Assert.ThrowsAny<InputException>(() => ImageData.Open(folder.File(""))).Message;

    private static void Write(TemporaryFolder folder, string name, byte[] content, bool compressed) =>
        File.WriteAllBytes(folder.File(compressed ? name + ".gz" : name), compressed ? IdxWriter.Compressed(content) : content);
}
