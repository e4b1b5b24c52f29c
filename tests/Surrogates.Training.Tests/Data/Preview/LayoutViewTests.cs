using SkiaSharp;
using Surrogates.Training.Data;
using Surrogates.Training.Data.Preview;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Tests.Data.Preview;

public sealed class LayoutViewTests
{
    private static readonly string[] Names = ["left", "right", "floor", "ceiling", "front", "back", "yaw", "pitch", "roll"];
    private static readonly SKColor Sight = new(0xd9, 0x48, 0x2b);

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(-30)]
    [InlineData(170)]
    public void The_plan_shows_where_the_camera_stands_and_looks(float yaw)
    {
        // A room of 4 m by 4 m, and the camera in its middle: the arrow alone is not symmetric.
        var ((centreX, centreY), (sightX, sightY)) = Draw([2, 2, 1.5f, 1, 2, 2, yaw, 0, 0]);
        var angle = Math.Atan2(sightX - centreX, centreY - sightY) * 180 / Math.PI;
        Assert.InRange(Math.Abs(Math.IEEERemainder(angle - yaw, 360)), 0, 3);
    }

    [Fact]
    public void A_camera_near_the_left_wall_and_the_front_is_drawn_there()
    {
        var ((centreX, centreY), (sightX, sightY)) = Draw([.5f, 3.5f, 1.5f, 1, 1, 3, 0, 0, 0]);
        Assert.InRange(sightX - centreX, -90, -50);
        Assert.InRange(sightY - centreY, -80, -30);
    }

    [Fact]
    public void Other_numbers_are_no_layout()
    {
        Assert.True(LayoutView.Fits(new VectorLabels(Names.Reverse(), new float[9])));
        Assert.False(LayoutView.Fits(new VectorLabels(Names[1..], new float[8])));
        Assert.False(LayoutView.Fits(new VectorLabels([.. Names[1..], "depth"], new float[9])));
    }

    /// <summary>The middle of the room's floor, which is white, and of what shows the camera's sight.</summary>
    private static ((double X, double Y) Centre, (double X, double Y) Sight) Draw(float[] layout)
    {
        using var data = TestImages.Create(_ => new VectorLabels(Names, layout), count: 1);
        var task = TrainingTasks.Find("room_layout").Create(data);
        using var bitmap = SKBitmap.Decode(ContactSheet.Render(TestImages.All(data), task));
        var panel = PanelOf(bitmap);
        return (((panel.Left + panel.Right) / 2.0, (panel.Top + panel.Bottom) / 2.0), Middle(bitmap));
    }

    // The shade around the room fills its panel.
    private static SKRectI PanelOf(SKBitmap bitmap)
    {
        var places = Places(bitmap, new SKColor(Rgb.Shade.Red, Rgb.Shade.Green, Rgb.Shade.Blue)).ToList();
        return new(places.Min(place => place.X), places.Min(place => place.Y), places.Max(place => place.X), places.Max(place => place.Y));
    }

    private static (double X, double Y) Middle(SKBitmap bitmap)
    {
        var places = Places(bitmap, Sight).ToList();
        return (places.Average(place => place.X), places.Average(place => place.Y));
    }

    private static IEnumerable<(int X, int Y)> Places(SKBitmap bitmap, SKColor color) =>
        bitmap.Pixels.Index().Where(pixel => pixel.Item == color).Select(pixel => (pixel.Index % bitmap.Width, pixel.Index / bitmap.Width));
}
