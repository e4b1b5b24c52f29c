using Surrogates.Tests;
using Surrogates.Training.Data;

namespace Surrogates.Training.Tests.Data.Taskonomy;

public class TaskonomyFaultTests
{
    private const string Objects = "class_object.npy";
    private const string Scenes = "class_places.npy";
    private const string Points = "point_info.json";
    private const string SegmentFiles = "segmentsemantic.png";
    private const string Normals = "normal.png";
    private const string Rgb = "rgb.png";

    private static readonly ImageDataOptions Small = new() { Size = 2 };

    public static TheoryData<string, byte[], string> Faults => new()
    {
        { Objects, NpyWriter.Floats(new double[1000])[..500], ": byte 500: the file ends; its header promises 1000 " },
        { Objects, NpyWriter.File(NpyWriter.Header("'|O'", "(1000,)"), [0x80]), ": a pickle, which is a program; " },
        { Objects, NpyWriter.Doubles("(10, 100)", new double[1000]), " array of the shape '(10, 100)'; one row, " },
        { Objects, NpyWriter.Floats(new double[100]), ": 100 numbers; 1000, or the 75 that are used of them, " },
        { Objects, NpyWriter.Floats(With(999, double.NaN)), " number 999 is NaN; a finite one is expected." },
        { Objects, NpyWriter.Floats(With(0, 1)), ": none of the 75 classes that are used has a probability above 0." },
        { Scenes, [.. "damaged"u8], ": byte 0: the file begins with the bytes 64616d616765; .npy begins" },
        { Points, [.. "{\n \"camera"u8], ": line 2, column " },
        { Points, [.. "[]"u8], ": '[]', where an object with 'camera_location' is expected." },
        { Points, Pose("\"bounding", "\"other"), ": it does not tell 'bounding_box_ranges'; without it there is no " },
        { Points, Pose("[0, 2]", "[2, 0]"), ": 'bounding_box_ranges' of y is from 2 to 0; the least comes first." },
        { Points, Pose("2.0, 1.5", "2.0"), ": 'camera_location' is '[1.0, 2.0]'; 3 numbers are expected." },
        { Points, Pose("2.0", "1e999"), ": 'camera_location' is '[1.0, 1e999, 1.5]'; 3 numbers are expected." },
        { Points, Pose("2.0", "-Infinity"), ": 'camera_location' is '[1.0, \"Infinit\", 1.5]'; 3 numbers are expected." },
        { Points, Pose("2.0", "nan"), ": this is not JSON; copy the file again, or leave it out." },
        {
            SegmentFiles, Segments((x, y) => x == 5 && y == 2 ? 18 : 1),
            ": pixel 5, 2 (column, row, from 0) is 18; 0 for uncertain, or 1 to 17, is expected."
        },
        {
            SegmentFiles, PngWriter.Grey(FakeTaskonomy.Side, FakeTaskonomy.Side, (_, _) => 256 + 3, bitDepth: 16),
            ": pixel 0, 0 (column, row, from 0) is 259; 0 for uncertain, or 1 to 17, is expected."
        },
        {
            SegmentFiles,
            PngWriter.Colours(FakeTaskonomy.Side, FakeTaskonomy.Side, (x, _, channel) => x == 1 ? channel : 1),
            ": pixel 1, 0 (column, row, from 0) has a colour; one number a pixel is expected: grey, a palette, or equal colours."
        },
        {
            SegmentFiles, PngWriter.ColoursAlpha(FakeTaskonomy.Side, FakeTaskonomy.Side, (_, _, _) => 1),
            ": pixel 0, 0 (column, row, from 0) is transparent; one number a pixel is expected."
        },
        {
            SegmentFiles, PngWriter.Grey(4, 9, (_, _) => 1),
            ": 4 × 9 pixels; the picture of this view has 8 × 8."
        },
        { SegmentFiles, [], ": the file is empty; copy it again, or leave it out." },
        {
            Normals, PngWriter.Grey(FakeTaskonomy.Side, FakeTaskonomy.Side, (_, _) => 1),
            ": 1 × 8 bits a pixel; red, green and blue of 8 bits each are expected of normals."
        },
        {
            Normals, PngWriter.Indices(FakeTaskonomy.Side, FakeTaskonomy.Side, (_, _) => 1),
            ": colours of a palette; red, green and blue of 8 bits each are expected of normals."
        },
        { Normals, PngWriter.Colours(16, 16, (_, _, _) => 1), ": 16 × 16 pixels; the picture of this view has 8 × 8." },
        { Rgb, [.. "text"u8], ": it begins with the bytes 74657874; JPEG begins with ffd8ff and PNG with 89504e47." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_is_told_with_its_file_and_can_be_left_out(string file, byte[] content, string expected)
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(buildings: 3, points: 3);
        var domain = FakeTaskonomy.AllDomains.Single(each => each.File == file).Folder;
        var path = fake.Write(1, 2, domain, file, content);
        var exception = Assert.ThrowsAny<InputException>(() => ImageData.Open(fake.Root, Small));
        Assert.StartsWith($"{path}: ", exception.Message);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        AssertLeftOut(fake, exception.Message);
    }

    [Fact]
    public void Missing_file_is_told_and_its_view_can_be_left_out()
    {
        foreach (var (domain, file) in FakeTaskonomy.AllDomains)
        {
            using var folder = new TemporaryFolder();
            var fake = new FakeTaskonomy(folder).Write(buildings: 3, points: 3);
            var path = fake.Path(1, 2, domain, file);
            File.Delete(path);
            var exception = Assert.ThrowsAny<InputException>(() => ImageData.Open(fake.Root, Small));
            Assert.StartsWith(Path.GetDirectoryName(path)!, exception.Message);
            Assert.Contains(
                ": there is no such file; each view has its picture, and all of the labels that any has.",
                exception.Message,
                StringComparison.Ordinal);
            AssertLeftOut(fake, exception.Message);
        }
    }

    [Fact]
    public void Building_without_a_folder_that_others_have_is_left_out_whole()
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(buildings: 4, points: 2);
        Directory.Delete(folder.File("hanson/normal"), recursive: true);
        Assert.ThrowsAny<InputException>(() => ImageData.Open(fake.Root, Small));
        using var splits = ImageData.Open(fake.Root, Small with { SkipBad = true });
        Assert.Equal((6, 2), (splits.Dataset.Count, splits.Dataset.SkippedCount));
    }

    [Fact]
    public void Nothing_that_can_be_used_is_told_with_the_first_reason()
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(buildings: 3, points: 1);
        Directory.CreateDirectory(folder.File("adrian/room_layout"));
        var exception = Assert.ThrowsAny<InputException>(() => ImageData.Open(fake.Root, Small with { SkipBad = true }));
        Assert.StartsWith($"{fake.Root}: no view in it can be used; the first: ", exception.Message);
    }

    [Fact]
    public void Labels_of_views_that_are_not_used_are_not_read()
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(buildings: 3, points: 10);
        var options = Small with { MaximumImages = 4 };
        using var splits = ImageData.Open(fake.Root, options);
        var used = DatasetReading.Names(new ImageSubset(splits.Dataset, [.. Enumerable.Range(0, splits.Dataset.Count)]));
        for (var building = 0; building < 3; building++)
        {
            for (var point = 0; point < 10; point++)
            {
                if (!used.Contains($"{FakeTaskonomy.Buildings[building]}/point_{point}_view_0"))
                {
                    fake.Write(building, point, "class_scene", "class_places.npy", [1]);
                }
            }
        }

        using var again = ImageData.Open(fake.Root, options);
        Assert.Equal(14, again.Dataset.Count);
    }

    private static void AssertLeftOut(FakeTaskonomy fake, string message)
    {
        using var splits = ImageData.Open(fake.Root, Small with { SkipBad = true });
        Assert.Equal((8, message), (splits.Dataset.Count, Assert.Single(splits.Dataset.Skipped)));
        var layout = (VectorLabels)splits.Dataset.Labels.For("room_layout")!;
        for (var item = 0; item < 8; item++)
        {
            var name = splits.Dataset.GetItemName(item);
            Assert.NotEqual("hanson/point_2_view_0", name);
            Assert.Equal(4 + (name.Split('_')[1][0] - '0'), layout.Row(item)[6]);
        }
    }

    private static double[] With(int index, double value)
    {
        var numbers = new double[1000];
        numbers[index] = value;
        return numbers;
    }

    private static byte[] Segments(Func<int, int, int> value) => PngWriter.Grey(FakeTaskonomy.Side, FakeTaskonomy.Side, value);

    private static byte[] Pose(string text, string other) =>
        System.Text.Encoding.UTF8.GetBytes(FakeTaskonomy.Pose(2).Replace(text, other, StringComparison.Ordinal));
}
