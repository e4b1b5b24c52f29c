using SkiaSharp;
using Surrogates.Tests;
using Surrogates.Training.Data;

namespace Surrogates.Training.Tests.Data.Sources;

public class LabelsCsvTests
{
    [Fact]
    public void Column_of_text_names_classes()
    {
        using var folder = Folder("image,species\nc.png,dog\na.png,cat\nsub/d.png,dog\nb.png,cat\n\"e.png\",\"cat\"\nf.png,dog\n");
        using var splits = ImageData.Open(folder.File(""), new() { Size = 1 });
        var labels = Assert.IsType<ClassLabels>(splits.Dataset.Labels);
        Assert.Equal(["cat", "dog"], labels.ClassNames);
        Assert.Equal([0, 0, 1, 0, 1, 1], labels.Classes);
        Assert.Equal("sub/d.png", splits.Dataset.GetItemName(5));
        Assert.Equal((2, 2, 2), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
    }

    [Theory]
    [InlineData("class")]
    [InlineData("label")]
    public void Column_of_numbers_that_is_called_so_names_classes(string column)
    {
        using var folder = Folder($"image,{column}\na.png,1\nb.png,1\nc.png,1\ne.png,0\nf.png,0\n");
        using var splits = ImageData.Open(folder.File("labels.csv"), new() { Size = 1 });
        Assert.Equal(["0", "1"], splits.Train.ClassNames);
    }

    [Fact]
    public void Rows_that_sum_to_one_are_soft_labels()
    {
        using var folder = Folder("cat,image,dog\n.25,b.png,.75\n1,a.png,0\n0.6666,c.png,0.3333\n1,e.png,0\n");
        using var splits = ImageData.Open(folder.File(""), new() { Size = 1 });
        var labels = Assert.IsType<SoftLabels>(splits.Dataset.Labels);
        Assert.Equal(["cat", "dog"], labels.ClassNames);
        Assert.Equal([1, 0], labels.Row(0).ToArray());
        Assert.Equal([0.25f, 0.75f], labels.Row(1).ToArray());
    }

    [Fact]
    public void Soft_labels_are_divided_by_their_greatest()
    {
        using var folder = Folder("image,cat,dog\na.png,.9,.1\nb.png,.6,.4\nc.png,1,0\nsub/d.png,0,1\ne.png,.2,.8\nf.png,.3,.7\n");
        using var splits = ImageData.Open(folder.File(""), new() { Size = 1 });
        var labels = Assert.IsType<SoftLabels>(splits.Dataset.Labels);
        foreach (var subset in (ImageSubset[])[splits.Train, splits.Validation, splits.Test])
        {
            Assert.Equal([false, true], subset.Indices.Select(index => labels.Row(index)[1] > 0.5f).Order());
        }
    }

    [Theory]
    [InlineData("image,x,y\na.png,.5,.5\nb.png,.5,.6\nc.png,1,0\n", 2)]
    [InlineData("image,x,y\na.png,1.5,-.5\nb.png,.5,.5\nc.png,1,0\n", 2)]
    [InlineData("image,depth\na.png,1\nb.png,2\nc.png,1e-3\n", 1)]
    public void Other_numbers_are_targets(string csv, int width)
    {
        using var folder = Folder(csv);
        using var splits = ImageData.Open(folder.File(""), new() { Size = 1 });
        var labels = Assert.IsType<VectorLabels>(splits.Dataset.Labels);
        Assert.Equal(width, labels.TargetNames.Length);
        Assert.Equal(3 * width, labels.Values.Length);
        Assert.Empty(splits.Train.ClassNames);
        Assert.Equal((1, 1, 1), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
    }

    [Fact]
    public void Order_of_rows_does_not_matter()
    {
        using var folder = Folder("image,x\na.png,1\nb.png,2\nc.png,3\ne.png,4\nf.png,5\n");
        using var first = ImageData.Open(folder.File(""), new() { Size = 1 });
        File.WriteAllText(folder.File("labels.csv"), "image,x\r\nf.png,5\r\nc.png,3\r\ne.png,4\r\na.png,1\r\nb.png,2\r\n");
        using var second = ImageData.Open(folder.File(""), new() { Size = 1 });
        Assert.Equal(DatasetReading.Names(first.Train), DatasetReading.Names(second.Train));
        Assert.Equal(((VectorLabels)first.Dataset.Labels).Values, ((VectorLabels)second.Dataset.Labels).Values);
    }

    [Theory]
    [InlineData("", "line 1, column 1: the file is empty; expected a header line such as image,class.")]
    [InlineData("a,b\n", "line 1, column 1: no column 'image'; it holds the path of each picture.")]
    [InlineData("image\na.png\n", "line 1, column 1: no column besides 'image'; at least one of labels is expected.")]
    [InlineData("image,\na.png,1\n", "line 1, column 7: a column without a name; the first line names every column.")]
    [InlineData("image,x,x\na.png,1,1\n", "line 1, column 9: column 'x' appears twice; each appears once.")]
    [InlineData("image,x\n", "line 1, column 1: no picture is named; expected a line for each, such as cats/1.jpg,cat.")]
    [InlineData("image,x\na.png,1,2\n", "line 2, column 9: 3 fields; the header has 2.")]
    [InlineData("image,x\na.png,1\na.png,2\n", "line 3, column 1: picture 'a.png' is already on line 2; each appears once.")]
    [InlineData("image,x,y\na.png,1,up\n", "line 2, column 9: 'up' in column 'y' is not a finite number; write one like -0.25 or 1e3.")]
    [InlineData("image,x,y\na.png,1,nan\n", "line 2, column 9: 'nan' in column 'y' is not a finite number; write one like -0.25 or 1e3.")]
    [InlineData("image,x,y\na.png,1,\n", "line 2, column 9: '' in column 'y' is not a finite number; write one like -0.25 or 1e3.")]
    [InlineData("image,x\na.png,one\nb.png,\n", "line 3, column 7: nothing in column 'x'; the class of the picture is expected.")]
    public void Mistakes_are_told_with_line_and_column(string csv, string expected)
    {
        using var folder = Folder(csv);
        var exception = Assert.ThrowsAny<InputException>(() => ImageData.Open(folder.File("")));
        Assert.Equal($"{folder.File("labels.csv")}: {expected}", exception.Message);
    }

    [Theory]
    [InlineData("../a.png")]
    [InlineData("sub/../../a.png")]
    [InlineData("..\\a.png")]
    [InlineData("/etc/a.png")]
    [InlineData("./a.png")]
    [InlineData("sub//a.png")]
    [InlineData("")]
    public void Path_leaves_the_folder_in_no_way(string path)
    {
        using var folder = Folder($"image,x\n{path},1\n");
        var exception = Assert.ThrowsAny<InputException>(() => ImageData.Open(folder.File(""), new() { SkipBad = true }));
        Assert.Equal(
            $"{folder.File("labels.csv")}: line 2, column 1: '{path}' is not the path of a picture in this folder; write "
            + "it relative to the folder, such as cats/1.jpg, without '..'.",
            exception.Message);
    }

    [Fact]
    public void Missing_picture_is_told_or_left_out()
    {
        using var folder = Folder("image,x\na.png,1\ngone.png,2\nb.png,3\nc.png,3\n");
        var expected = $"{folder.File("labels.csv")}: line 3, column 1: there is no file 'gone.png' in {folder.File("")}.";
        Assert.Equal(expected, Assert.ThrowsAny<InputException>(() => ImageData.Open(folder.File(""))).Message);
        using var splits = ImageData.Open(folder.File(""), new() { SkipBad = true, Size = 1 });
        Assert.Equal([expected], splits.Dataset.Skipped);
        Assert.Equal([1, 3, 3], ((VectorLabels)splits.Dataset.Labels).Values);
    }

    private static TemporaryFolder Folder(string csv)
    {
        var folder = new TemporaryFolder();
        foreach (var name in (string[])["a", "b", "c", "sub/d", "e", "f"])
        {
            Pictures.Write(folder, $"{name}.png", Pictures.Png(2, 2, SKColors.Gray));
        }

        folder.File("labels.csv", csv);
        return folder;
    }
}
