using SkiaSharp;
using Surrogates.Tests;
using Surrogates.Training.Data;

namespace Surrogates.Training.Tests.Data.Sources;

public class SkipBadTests
{
    [Fact]
    public void First_bad_picture_refuses_the_dataset_whatever_the_parallelism()
    {
        using var folder = new TemporaryFolder();
        Pictures.WriteClasses(folder, classes: 2, pictures: 20);
        foreach (var item in (int[])[7, 8, 13, 19])
        {
            Pictures.Write(folder, $"class0/{item:000}.png", [.. "text"u8]);
        }

        for (var parallelism = 1; parallelism <= 8; parallelism++)
        {
            var exception = Assert.Throws<InputException>(() => ImageData.Open(folder.File(""), new() { Parallelism = parallelism }));
            Assert.StartsWith($"{folder.File("class0/007.png")}: it begins with the bytes 74657874;", exception.Message);
        }
    }

    [Fact]
    public void Bad_pictures_are_left_out_counted_and_listed()
    {
        using var folder = new TemporaryFolder();
        Pictures.WriteClasses(folder, classes: 3, pictures: 10);
        Pictures.Write(folder, "class0/003.png", []);
        Pictures.Write(folder, "class1/a.gif", []);
        Pictures.Write(folder, "class3/single.png", Pictures.Png(2, 2, SKColors.Gray));
        using var splits = ImageData.Open(folder.File(""), new() { Size = 2, SkipBad = true });
        Assert.Equal(29, splits.Dataset.Count);
        Assert.Equal(3, splits.Dataset.SkippedCount);
        Assert.Equal(["class0", "class1", "class2"], splits.Train.ClassNames);
        Assert.Collection(
            splits.Dataset.Skipped,
            line => Assert.StartsWith(folder.File("class1/a.gif") + ": only JPEG and PNG are read", line, StringComparison.Ordinal),
            line => Assert.StartsWith(folder.File("class0/003.png") + ": the file is empty", line, StringComparison.Ordinal),
            line => Assert.StartsWith(folder.File("class3/single.png") + ": class 'class3' has one", line, StringComparison.Ordinal));
        AssertPictures(splits);

        File.Delete(folder.File("class0/003.png"));
        File.Delete(folder.File("class1/a.gif"));
        Directory.Delete(folder.File("class3"), recursive: true);
        using var clean = ImageData.Open(folder.File(""), new() { Size = 2 });
        Assert.Equal(DatasetReading.Names(clean.Train), DatasetReading.Names(splits.Train));
        Assert.Equal(DatasetReading.All(clean.Dataset), DatasetReading.All(splits.Dataset));
    }

    [Fact]
    public void Subset_is_filled_up_after_bad_pictures()
    {
        using var folder = new TemporaryFolder();
        Pictures.WriteClasses(folder, classes: 2, pictures: 30);
        for (var item = 0; item < 30; item += 3)
        {
            Pictures.Write(folder, $"class0/{item:000}.png", [1, 2, 3]);
        }

        var options = new ImageDataOptions { Size = 2, SkipBad = true, MaximumImages = 10 };
        using var splits = ImageData.Open(folder.File(""), options);
        Assert.Equal(10, splits.Train.Count + splits.Validation.Count);
        AssertPictures(splits);
        Assert.InRange(splits.Dataset.SkippedCount, 1, 10);
    }

    [Fact]
    public void Class_of_bad_pictures_alone_is_left_out_and_one_class_is_too_few()
    {
        using var folder = new TemporaryFolder();
        Pictures.WriteClasses(folder, classes: 3, pictures: 4);
        for (var item = 0; item < 3; item++)
        {
            Pictures.Write(folder, $"class0/{item:000}.png", []);
        }

        using (var splits = ImageData.Open(folder.File(""), new() { Size = 2, SkipBad = true }))
        {
            Assert.Equal(["class1", "class2"], splits.Train.ClassNames);
            Assert.Equal((8, 4), (splits.Dataset.Count, splits.Dataset.SkippedCount));
        }

        Directory.Delete(folder.File("class1"), recursive: true);
        var exception = Assert.Throws<InputException>(() => ImageData.Open(folder.File(""), new() { Size = 2, SkipBad = true }));
        Assert.Equal($"{folder.File("")}: only one class, 'class2'; pictures of two or more classes are expected.", exception.Message);
    }

    [Fact]
    public void Nothing_but_bad_pictures_is_told_with_the_first_reason()
    {
        using var folder = new TemporaryFolder();
        Pictures.Write(folder, "a.jpg", []);
        Pictures.Write(folder, "b.jpg", [.. "text"u8]);
        Pictures.Write(folder, "c.jpg", [.. "text"u8]);
        var exception = Assert.Throws<InputException>(() => ImageData.Open(folder.File(""), new() { SkipBad = true }));
        Assert.Equal(
            $"{folder.File("")}: no picture in it can be used; the first: {folder.File("a.jpg")}: the file is empty; a JPEG or PNG picture "
            + "is expected.",
            exception.Message);
    }

    private static void AssertPictures(ImageSplits splits)
    {
        for (var index = 0; index < splits.Dataset.Count; index++)
        {
            var planes = DatasetReading.Picture(splits.Dataset, index);
            Assert.Equal($"class{planes[0]}/{planes[4]:000}.png", splits.Dataset.GetItemName(index));
        }
    }
}
