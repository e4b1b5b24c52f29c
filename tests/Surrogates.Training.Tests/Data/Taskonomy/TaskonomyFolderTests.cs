using Surrogates.Tests;
using Surrogates.Training.Data;

namespace Surrogates.Training.Tests.Data.Taskonomy;

public class TaskonomyFolderTests
{
    private static readonly ImageDataOptions Whole = new() { Size = FakeTaskonomy.Side };

    [Theory]
    [InlineData(FolderOrder.BuildingDomain)]
    [InlineData(FolderOrder.DomainBuilding)]
    [InlineData(FolderOrder.DomainComponentBuilding)]
    public void Views_and_all_labels_are_read_in_each_order_of_folders(FolderOrder order)
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder, order).Write(buildings: 4, points: 3);
        using var splits = ImageData.Open(fake.Root, Whole);
        var data = splits.Dataset;
        Assert.Equal(12, data.Count);
        Assert.Equal("hanson/point_1_view_0", data.GetItemName(4));
        Assert.Equal(["class_object", "class_scene", "room_layout", "segmentsemantic", "normal"], ((LabelSets)data.Labels).Tasks);
        for (var item = 0; item < data.Count; item++)
        {
            AssertView(data, item, building: item / 3, point: item % 3);
        }
    }

    [Fact]
    public void All_names_of_files_and_folders_are_known()
    {
        (string, string)[][] aliases =
        [
            [("rgb", "rgb.png"), ("class_1000", "class_1000.npy"), ("class_places", "class_scene.npy"), ("points", "fixatedpose.json"),
                ("segmentsemantic", "segment_semantic.png"), ("normal", "normal.png")],
            [("rgb", "rgb.png"), ("class_object", "class_1000.npy"), ("class_scene", "class_scene.npy"), ("point_info", "fixatedpose.json"),
                ("segment_semantic", "segment_semantic.png"), ("normal", "normal.png")],
        ];
        foreach (var domains in aliases)
        {
            using var folder = new TemporaryFolder();
            using var splits = ImageData.Open(new FakeTaskonomy(folder).Write(buildings: 3, points: 2, domains).Root, Whole);
            AssertView(splits.Dataset, item: 3, building: 1, point: 1);
        }
    }

    [Fact]
    public void Folders_of_one_building_are_that_building()
    {
        using var folder = new TemporaryFolder();
        new FakeTaskonomy(folder).Write(buildings: 1, points: 5);
        using var splits = ImageData.Open(folder.File("adrian"), Whole);
        Assert.Equal("adrian/point_2_view_0", splits.Dataset.GetItemName(2));
        AssertView(splits.Dataset, item: 2, building: 0, point: 2);
    }

    [Fact]
    public void Pictures_alone_have_no_labels()
    {
        using var folder = new TemporaryFolder();
        using var splits = ImageData.Open(new FakeTaskonomy(folder).Write(3, 2, ("rgb", "rgb.png")).Root, Whole);
        Assert.IsType<NoLabels>(splits.Dataset.Labels);
    }

    [Fact]
    public void Part_of_the_labels_is_enough_and_planes_have_their_own_places()
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(3, 2, ("rgb", "rgb.png"), ("normal", "normal.png"), ("room_layout", "room_layout.npy"));
        using var splits = ImageData.Open(fake.Root, Whole);
        var labels = (LabelSets)splits.Dataset.Labels;
        Assert.Equal(["room_layout", "normal"], labels.Tasks);
        var layout = (VectorLabels)labels.For("room_layout")!;
        Assert.Equal("centre right", layout.TargetNames[0]);
        Assert.Equal([100, 101, 102, 103, 104, 105, 106, 107, 108], layout.Row(1).ToArray());
        AssertNormals(splits.Dataset, 1);
    }

    [Fact]
    public void Layout_made_beforehand_is_taken_before_points()
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(
            3, 2, ("rgb", "rgb.png"), ("room_layout", "room_layout.npy"), ("point_info", "point_info.json"));
        using var splits = ImageData.Open(fake.Root, Whole);
        Assert.Equal(100, ((VectorLabels)splits.Dataset.Labels.For("room_layout")!).Row(1)[0]);
    }

    [Fact]
    public void Other_files_are_ignored()
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(3, 2);
        Pictures.Write(folder, "adrian/rgb/point_1_view_equirectangular_domain_rgb.png", []);
        Pictures.Write(folder, "adrian/rgb/point_1_view_0_domain_rgb.json", []);
        Pictures.Write(folder, "adrian/depth_zbuffer/point_1_view_0_domain_depth_zbuffer.png", []);
        Pictures.Write(folder, "notes/readme.txt", []);
        using var splits = ImageData.Open(fake.Root, Whole);
        Assert.Equal(6, splits.Dataset.Count);
    }

    [Fact]
    public void Folders_of_classes_are_not_taken_for_buildings()
    {
        using var folder = new TemporaryFolder();
        Pictures.WriteClasses(folder, classes: 2, pictures: 4);
        Pictures.WriteClasses(folder, classes: 2, pictures: 4, prefix: "class1/rgb/");
        using var splits = ImageData.Open(folder.File(""), new() { Size = 4 });
        Assert.IsType<ClassLabels>(splits.Dataset.Labels);
    }

    [Fact]
    public void Labels_are_scaled_with_the_pictures()
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(3, 2);

        // A picture that is wider than high: 4 columns are cut off on each side.
        const int Width = 16;
        fake.Write(0, 0, "rgb", "rgb.png", Pictures.Png(Width, FakeTaskonomy.Side, SkiaSharp.SKColors.Gray));
        fake.Write(0, 0, "segment_semantic", "segmentsemantic.png", PngWriter.Grey(Width, FakeTaskonomy.Side, (x, _) => 1 + x));
        fake.Write(
            0, 0, "normal", "normal.png", PngWriter.ColoursAlpha(Width, FakeTaskonomy.Side, (x, y, channel) => channel < 3 ? 10 * y : x));
        using var splits = ImageData.Open(fake.Root, new() { Size = 4 });
        var labels = splits.Dataset.Labels;
        var classes = new byte[16];
        ((SegmentLabels)labels.For("segmentsemantic")!).Read([0], classes);
        Assert.Equal([5, 7, 9, 11], classes[..4]);
        Assert.Equal(classes[..4], classes[12..]);

        // Green of rows 2 and 3, which weigh three times what 1 and 4 do: 25. What is transparent is no other direction.
        var normals = new byte[48];
        ((NormalLabels)labels.For("normal")!).Read([0], normals);
        Assert.Equal([25, 25, 25, 25], normals[4..8]);
        Assert.Equal([230, 230, 230, 230], normals[20..24]);
    }

    private static void AssertView(ImageDataset data, int item, int building, int point)
    {
        const int Plane = FakeTaskonomy.Side * FakeTaskonomy.Side;
        var picture = DatasetReading.Picture(data, item);
        Assert.Equal((10 * building, 10 * point, 7), (picture[0], picture[Plane], picture[2 * Plane]));

        var objects = (SoftLabels)data.Labels.For("class_object")!;
        Assert.Equal((75, "accordion"), (objects.ClassNames.Length, objects.ClassNames[0]));
        Assert.Equal(Enumerable.Range(0, 75).Select(i => i == point ? 1f : 0), objects.Row(item).ToArray());

        var scenes = (SoftLabels)data.Labels.For("class_scene")!;
        Assert.Equal((47, "alcove"), (scenes.ClassNames.Length, scenes.ClassNames[0]));
        Assert.Equal(Math.Exp(3) / (Math.Exp(3) + 46), scenes.Row(item)[building], 1e-7);
        Assert.Equal(1, scenes.Row(item).ToArray().Sum(), 1e-5f);

        var layout = (VectorLabels)data.Labels.For("room_layout")!;
        Assert.Equal("length (m)", layout.TargetNames[6]);
        Assert.Equal(4 + point, layout.Row(item)[6]);

        var classes = new byte[Plane];
        ((SegmentLabels)data.Labels.For("segmentsemantic")!).Read([item], classes);
        for (var i = 0; i < Plane; i++)
        {
            var value = FakeTaskonomy.Segment(i % FakeTaskonomy.Side, i / FakeTaskonomy.Side, point);
            Assert.Equal(value == 0 ? SegmentLabels.Unlabelled : value - 1, classes[i]);
        }

        AssertNormals(data, item);
    }

    // Green is turned over: it points down in the files and up in the labels.
    private static void AssertNormals(ImageDataset data, int item)
    {
        const int Plane = FakeTaskonomy.Side * FakeTaskonomy.Side;
        var normals = new byte[3 * Plane];
        ((NormalLabels)data.Labels.For("normal")!).Read([item], normals);
        for (var i = 0; i < Plane; i++)
        {
            var expected = (40, 255 - (10 * (i / FakeTaskonomy.Side)), 250);
            Assert.Equal(expected, (normals[i], normals[Plane + i], normals[(2 * Plane) + i]));
        }
    }
}
