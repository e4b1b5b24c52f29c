using System.Security.Cryptography;
using SkiaSharp;
using Surrogates.Tests;
using Surrogates.Training.Data;
using Surrogates.Training.Data.Preview;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Tests.Data.Preview;

public sealed class ContactSheetTests
{
    public static TheoryData<string> Cases => TaskCases.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_task_renders_the_same_png_twice(string name)
    {
        var (task, data) = TaskCases.Create(name);
        using (data)
        {
            var sheet = ContactSheet.Create(TestImages.All(data), task, new() { Count = 6 });
            var png = sheet.ToPng();
            using var bitmap = SKBitmap.Decode(png);
            Assert.Equal((sheet.Width, sheet.Height), (bitmap.Width, bitmap.Height));
            Assert.Equal(6, sheet.Images.Length);
            Assert.Equal(6, sheet.Images.DistinctBy(image => image.Index).Count());
            Assert.All(sheet.Images, image => Assert.Equal(data.GetItemName(image.Index), image.Name));
            Assert.Equal(png, ContactSheet.Render(TestImages.All(data), task, new() { Count = 6 }));
        }
    }

    [Fact]
    public void The_pixels_are_the_same_on_every_machine()
    {
        var (task, data) = TaskCases.Create("segmentsemantic");
        using (data)
        using (var bitmap = SKBitmap.Decode(ContactSheet.Render(TestImages.All(data), task, new() { Count = 4 })))
        {
            // Text, an enlarged picture, a map, hatching and what the colours mean: all of it is whole numbers.
            var pixels = bitmap.Pixels.SelectMany(color => new[] { color.Red, color.Green, color.Blue }).ToArray();
            Assert.Equal("a9fcd8575337f874f90167a9d5e3d98e", Convert.ToHexStringLower(SHA256.HashData(pixels))[..32]);
        }
    }

    [Fact]
    public void Another_seed_shows_other_pictures()
    {
        using var data = TestImages.Create(TestImages.None, count: 200);
        var task = TrainingTasks.Find("autoencoder").Create(data);
        Assert.NotEqual(Indices(seed: 1), Indices(seed: 2));
        Assert.Equal(Indices(seed: 1), Indices(seed: 1));

        IEnumerable<int> Indices(int seed) =>
            ContactSheet.Create(TestImages.All(data), task, new() { Seed = seed, CellSize = 16 }).Images.Select(image => image.Index);
    }

    [Fact]
    public void Classes_are_shown_evenly_however_rare_they_are()
    {
        // One picture in fifty is of the second class, one in a hundred of the third.
        using var data = TestImages.Create(
            count => new ClassLabels(TestImages.ClassNames, Enumerable.Range(0, count).Select(i => i % 50 == 7 ? 1 : i % 100 == 3 ? 2 : 0)), 300);
        var sheet = ContactSheet.Create(
            TestImages.All(data), TrainingTasks.Find("classification").Create(data), new() { Count = 9, CellSize = 16 });
        Assert.Equal(
            ["red", "red", "red", "green", "green", "green", "blue", "blue", "blue"], sheet.Images.Select(image => image.Label.Text));
    }

    [Fact]
    public void Pictures_are_enlarged_by_whole_factors()
    {
        using var data = TestImages.Create(TestImages.None, count: 1, height: 20, width: 30);
        var task = TrainingTasks.Find("autoencoder").Create(data);
        var all = TestImages.All(data);
        var small = ContactSheet.Create(all, task, new() { CellSize = 59 });
        var large = ContactSheet.Create(all, task, new() { CellSize = 60 });
        var larger = ContactSheet.Create(all, task, new() { CellSize = 89 });
        Assert.Equal(20, large.Height - small.Height);
        Assert.Equal(large.ToPng(), larger.ToPng());

        // A picture as it is has its own pixels.
        using var bitmap = SKBitmap.Decode(small.ToPng());
        var pixels = TestImages.Pixels(data);
        var (first, top) = FindPicture(bitmap);
        for (var place = 0; place < 600; place++)
        {
            var color = bitmap.GetPixel(first + (place % 30), top + (place / 30));
            Assert.Equal((pixels[place], pixels[600 + place], pixels[1200 + place]), (color.Red, color.Green, color.Blue));
        }
    }

    [Fact]
    public void A_map_of_segments_has_the_colours_that_its_key_names()
    {
        var (task, data) = TaskCases.Create("segmentsemantic", height: 16);
        using (data)
        using (var bitmap = SKBitmap.Decode(ContactSheet.Render(TestImages.All(data), task, new() { Count = 6, CellSize = 64 })))
        {
            var counts = bitmap.Pixels.CountBy(color => new Rgb(color.Red, color.Green, color.Blue)).ToDictionary();
            var squares = 3 * 5 * 5 * 4 * 4;
            Assert.All(Enumerable.Range(0, 4), value => Assert.InRange(counts[Palette.Color(value)], 16 * 16, int.MaxValue));
            Assert.True(counts[Palette.Color(0)] > squares);
            Assert.False(counts.ContainsKey(Palette.Color(4)));
        }
    }

    [Fact]
    public void A_map_of_normals_has_the_colours_of_its_directions()
    {
        var (task, data) = TaskCases.Create("normal");
        using (data)
        using (var bitmap = SKBitmap.Decode(ContactSheet.Render(TestImages.All(data), task, new() { Count = 1, CellSize = 64 })))
        {
            var swatch = 16 * 16;
            Assert.Equal((16 * 16 * 4 * 4) - (5 * 5 * 4 * 4) + swatch, bitmap.Pixels.Count(color => color == new SKColor(128, 128, 255)));
            Assert.Equal((5 * 5 * 4 * 4) + swatch, bitmap.Pixels.Count(color => color == new SKColor(128, 255, 128)));
        }
    }

    [Fact]
    public void Labels_are_told_as_they_are_drawn()
    {
        Assert.Contains(Label("classification").Text, TestImages.ClassNames);
        Assert.Equal([.8, .1, .1], Label("classification, soft").Values.Select(value => Math.Round(value.Value, 6)));
        Assert.Equal(["top", "shade", "nothing"], Label("regression").Values.Select(value => value.Key));
        Assert.Equal(231 / 256.0, 1 - Label("segmentsemantic").Values.First(value => value.Key != "ground").Value);
        Assert.Equal(9, Label("jigsaw").Text!.Distinct().Count());
        Assert.Null(Label("autoencoder").Text);
        Assert.Empty(Label("autoencoder").Values);

        static ImageLabel Label(string name)
        {
            var (task, data) = TaskCases.Create(name);
            using (data)
            {
                return ContactSheet.Create(TestImages.All(data), task, new() { Count = 1, CellSize = 16 }).Images[0].Label;
            }
        }
    }

    [Fact]
    public void A_users_task_is_shown_by_the_labels_of_its_name_or_as_pictures()
    {
        using var data = TestImages.Create(TestImages.Classes);
        using var several = TestImages.Create(TestImages.Several);
        var task = new UserTask(TrainingTasks.Find("classification").Create(data));
        Assert.NotNull(ContactSheet.Create(TestImages.All(data), task).Images[0].Label.Text);
        Assert.Null(ContactSheet.Create(TestImages.All(several), task).Images[0].Label.Text);
    }

    [Fact]
    public void It_is_saved_whole()
    {
        using var folder = new TemporaryFolder();
        using var data = TestImages.Create(TestImages.Classes);
        var sheet = ContactSheet.Create(TestImages.All(data), TrainingTasks.Find("classification").Create(data));
        sheet.Save(folder.File("sheet.png"));
        Assert.Equal(sheet.ToPng(), File.ReadAllBytes(folder.File("sheet.png")));
        Assert.Contains("there is no such file or folder", Refusal(() => sheet.Save(folder.File("missing/sheet.png"))));
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        using var data = TestImages.Create(TestImages.None, count: 2);
        using var large = TestImages.Create(TestImages.None, count: 64, height: 300);
        var task = TrainingTasks.Find("autoencoder").Create(data);
        var all = TestImages.All(data);
        Assert.Contains("count: 0 is not 1 to 1000", Refusal(() => ContactSheet.Render(all, task, new() { Count = 0 })));
        Assert.Contains("columns: 0", Refusal(() => ContactSheet.Render(all, task, new() { Columns = 0 })));
        Assert.Contains("cell size: 15", Refusal(() => ContactSheet.Render(all, task, new() { CellSize = 15 })));
        Assert.Contains("no pictures", Refusal(() => ContactSheet.Render(new ImageSubset(data, []), task)));
        Assert.Contains("pixels", Refusal(() => ContactSheet.Render(
            new ImageSubset(large, Enumerable.Range(0, 1000).Select(i => i % 64)), task, new() { Count = 1000, CellSize = 1024 })));
    }

    private static string Refusal(Action action) => Assert.Throws<InputException>(action).Message;

    private static (int Left, int Top) FindPicture(SKBitmap bitmap)
    {
        // The first pixel inside the frame: the frame's corner is the first of its colour.
        var frame = new SKColor(Rgb.Hairline.Red, Rgb.Hairline.Green, Rgb.Hairline.Blue);
        var corner = Array.IndexOf(bitmap.Pixels, frame, bitmap.Width * 80);
        return ((corner % bitmap.Width) + 1, (corner / bitmap.Width) + 1);
    }
}
