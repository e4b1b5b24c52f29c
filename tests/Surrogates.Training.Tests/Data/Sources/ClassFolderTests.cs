using SkiaSharp;
using Surrogates.Tests;
using Surrogates.Training.Data;

namespace Surrogates.Training.Tests.Data.Sources;

public class ClassFolderTests
{
    [Fact]
    public void Each_subfolder_is_a_class()
    {
        using var folder = new TemporaryFolder();
        Pictures.WriteClasses(folder, classes: 3, pictures: 10);
        Pictures.Write(folder, "class1/nested/deep/a.JPG", Pictures.Jpeg(16, 16, (_, _) => SKColors.Gray));
        Pictures.Write(folder, "class1/.hidden.png", []);
        Pictures.Write(folder, "class1/notes.txt", []);
        Pictures.Write(folder, ".thumbnails/a.png", []);
        Pictures.Write(folder, "README.md", []);
        using var splits = ImageData.Open(folder.File(""));
        Assert.Equal(31, splits.Dataset.Count);
        Assert.Equal((64, 64), (splits.Dataset.Height, splits.Dataset.Width));
        Assert.Equal(["class0", "class1", "class2"], splits.Train.ClassNames);
        Assert.Equal((19, 6, 6), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
        var labels = Assert.IsType<ClassLabels>(splits.Dataset.Labels);
        for (var index = 0; index < 31; index++)
        {
            var name = splits.Dataset.GetItemName(index);
            Assert.StartsWith($"class{labels.Classes[index]}/", name, StringComparison.Ordinal);
            if (name.EndsWith(".png", StringComparison.Ordinal))
            {
                var planes = DatasetReading.Picture(splits.Dataset, index);
                Assert.Equal((labels.Classes[index], 7), (planes[0], planes[^1]));
                Assert.Equal($"class{planes[0]}/{planes[64 * 64]:000}.png", name);
            }
        }

        Assert.Equal(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder.File(""))), splits.Dataset.Name);
        Assert.Equal(0, splits.Dataset.SkippedCount);
    }

    [Fact]
    public void Everything_is_in_one_set_and_order_of_creation_does_not_matter()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        Pictures.WriteClasses(folder, classes: 2, pictures: 10);
        for (var item = 9; item >= 0; item--)
        {
            for (var label = 1; label >= 0; label--)
            {
                Pictures.Write(other, $"class{label}/{item:000}.png", Pictures.Png(4, 4, new SKColor((byte)label, (byte)item, 7)));
            }
        }

        using var first = ImageData.Open(folder.File(""), new() { Size = 2, Parallelism = 1 });
        using var second = ImageData.Open(other.File(""), new() { Size = 2, Parallelism = 4 });
        Assert.Equal(Enumerable.Range(0, 20), first.Train.Indices.Concat(first.Validation.Indices).Concat(first.Test.Indices).Order());
        Assert.Equal(DatasetReading.Names(first.Train), DatasetReading.Names(second.Train));
        Assert.Equal(DatasetReading.Names(first.Test), DatasetReading.Names(second.Test));
        Assert.Equal(DatasetReading.All(first.Dataset), DatasetReading.All(second.Dataset));
    }

    [Theory]
    [InlineData("val")]
    [InlineData("valid")]
    [InlineData("validation")]
    [InlineData(null)]
    public void Given_sets_are_used(string? validation)
    {
        using var folder = new TemporaryFolder();
        Pictures.WriteClasses(folder, 2, 10, "train/");
        Pictures.WriteClasses(folder, 2, 3, "test/");
        if (validation is not null)
        {
            Pictures.WriteClasses(folder, 2, 5, validation + "/");
        }

        using var splits = ImageData.Open(folder.File(""), new() { Size = 1 });
        var (train, drawn) = validation is null ? (16, 4) : (20, 10);
        Assert.Equal((train, drawn, 6), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
        Assert.Equal(["class0", "class1"], splits.Test.ClassNames);
        AllFrom("test", splits.Test);
        AllFrom("train", splits.Train);
        AllFrom(validation ?? "train", splits.Validation);

        static void AllFrom(string name, ImageSubset subset) =>
            Assert.All(DatasetReading.Names(subset), item => Assert.StartsWith(name + "/class", item, StringComparison.Ordinal));
    }

    [Fact]
    public void Given_sets_may_have_no_classes()
    {
        using var folder = new TemporaryFolder();
        for (var item = 0; item < 5; item++)
        {
            Pictures.Write(folder, $"train/{item}.png", Pictures.Png(2, 2, SKColors.Gray));
            Pictures.Write(folder, $"test/{item}.png", Pictures.Png(2, 2, SKColors.Gray));
        }

        using (var splits = ImageData.Open(folder.File(""), new() { Size = 1 }))
        {
            Assert.IsType<NoLabels>(splits.Dataset.Labels);
            Assert.Equal((4, 1, 5), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
        }

        Pictures.Write(folder, "val/cats/1.png", Pictures.Png(2, 2, SKColors.Gray));
        Assert.Equal(
            $"{folder.File("test/0.png")}: a picture outside the folders of the classes; put it into that of its class.",
            Error(folder));
    }

    [Fact]
    public void Folder_called_train_among_others_is_a_class()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["train", "bus", "car"])
        {
            for (var item = 0; item < 3; item++)
            {
                Pictures.Write(folder, $"{name}/{item}.png", Pictures.Png(2, 2, SKColors.Gray));
            }
        }

        using var splits = ImageData.Open(folder.File(""), new() { Size = 1 });
        Assert.Equal(["bus", "car", "train"], splits.Train.ClassNames);
        Assert.Equal((3, 3, 3), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
    }

    [Fact]
    public void Pictures_without_folders_have_no_labels()
    {
        using var folder = new TemporaryFolder();
        for (var item = 0; item < 10; item++)
        {
            Pictures.Write(folder, $"{item}.png", Pictures.Png(2, 2, SKColors.Gray));
        }

        using (var splits = ImageData.Open(folder.File("")))
        {
            Assert.IsType<NoLabels>(splits.Dataset.Labels);
            Assert.Equal((6, 2, 2), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
            Assert.Empty(splits.Train.ClassNames);
        }

        Pictures.Write(folder, "cats/1.png", Pictures.Png(2, 2, SKColors.Gray));
        Assert.Equal(
            $"{folder.File("0.png")}: a picture outside the folders of the classes; put it into that of its class.",
            Error(folder));
    }

    [Fact]
    public void Links_to_files_are_followed_and_links_to_folders_within_a_class_are_not()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Making links needs a privilege on Windows.");
        }

        using var folder = new TemporaryFolder();
        using var outside = new TemporaryFolder();
        Pictures.WriteClasses(folder, classes: 2, pictures: 3);
        var target = Pictures.Write(outside, "c/a.png", Pictures.Png(2, 2, SKColors.Gray));
        File.CreateSymbolicLink(folder.File("class0/link.png"), target);
        File.CreateSymbolicLink(folder.File("class1/dangling.txt"), folder.File("nowhere"));
        Directory.CreateSymbolicLink(folder.File("class0/round"), folder.File(""));
        Directory.CreateSymbolicLink(folder.File("class2"), outside.File("c"));
        Pictures.Write(outside, "c/b.png", Pictures.Png(2, 2, SKColors.Gray));
        using var splits = ImageData.Open(folder.File(""), new() { Size = 1 });
        Assert.Equal(9, splits.Dataset.Count);
        Assert.Contains("class0/link.png", Enumerable.Range(0, 9).Select(splits.Dataset.GetItemName));
    }

    [Fact]
    public void What_cannot_be_a_dataset_is_told()
    {
        using var folder = new TemporaryFolder();
        const string Expected =
            "expected are a folder of pictures for each class, IDX files such as train-images-idx3-ubyte.gz, Taskonomy's folders, or a labels.csv";
        Assert.Equal($"{folder.File("")}: an empty folder; {Expected}.", Error(folder));
        Pictures.Write(folder, "a.txt", []);
        Assert.Equal($"{folder.File("")}: no JPEG or PNG picture in it; {Expected} with a column 'image'.", Error(folder));
        var none = folder.File("none");
        Assert.Equal($"{none}: cannot read it: there is no such file or folder.", Error(none));
        Assert.Equal($"{folder.File("a.txt")}: not a file that pictures are read from; {Expected}.", Error(folder.File("a.txt")));
        Assert.Equal($"there are no pictures to read: the path is empty; {Expected}.", Error(""));

        Pictures.WriteClasses(folder, classes: 1, pictures: 3);
        Assert.Equal($"{folder.File("")}: only one class, 'class0'; pictures of two or more classes are expected.", Error(folder));
        Pictures.Write(folder, "class1/a.png", Pictures.Png(2, 2, SKColors.Gray));
        Assert.Equal(
            $"{folder.File("class1/a.png")}: class 'class1' has one picture to train and validate with; two or more are needed, so add "
            + "some, or remove the class.",
            Error(folder));
        Pictures.Write(folder, "class1/b.webp", []);
        Assert.Equal(
            $"{folder.File("class1/b.webp")}: only JPEG and PNG are read; convert it to one of them, or leave it out.",
            Error(folder));
        File.Delete(folder.File("class1/b.webp"));
        File.Delete(folder.File("class1/a.png"));
        Assert.Equal($"{folder.File("class1")}: no JPEG or PNG picture of class 'class1' in it; add some or remove it.", Error(folder));
    }

    [Fact]
    public void Given_sets_that_cannot_be_used_are_told()
    {
        using var folder = new TemporaryFolder();
        Pictures.WriteClasses(folder, 2, 3, "train/");
        Pictures.WriteClasses(folder, 3, 1, "test/");
        Assert.Equal(
            $"{folder.File("test/class2/000.png")}: class 'class2' has no picture to train with; add some, or remove the class.",
            Error(folder));
        Pictures.WriteClasses(folder, 3, 1, "val/");
        Pictures.WriteClasses(folder, 3, 1, "valid/");
        Assert.Equal(
            $"{folder.File("")}: two of its folders test, train, val, valid are for the same set; keep one of them.",
            Error(folder));
    }

    private static string Error(TemporaryFolder folder) => Error(folder.File(""));

    private static string Error(string path) => Assert.Throws<InputException>(() => ImageData.Open(path)).Message;
}
