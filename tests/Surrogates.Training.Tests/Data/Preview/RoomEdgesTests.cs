using CsCheck;
using Surrogates.Training.Data.Preview;

namespace Surrogates.Training.Tests.Data.Preview;

public sealed class RoomEdgesTests
{
    // At 90° the picture's half width is the depth. The front wall is 2 m by 2 m, 2 m ahead; the other edges run to the picture's corners.
    [Fact]
    public void A_camera_that_faces_a_wall_sees_its_four_edges_and_those_that_lead_to_it()
    {
        var edges = new RoomEdges([1, 1, 1, 1, 2, 2, 0, 0, 0], 90).Project(aspect: 1).ToList();
        Assert.Equal(8, edges.Count);
        Assert.Equal(4, edges.Count(edge => IsAt(edge.From, .5) && IsAt(edge.To, .5)));
        Assert.Equal(4, edges.Count(edge => IsAt(edge.From, .5) != IsAt(edge.To, .5) && (IsAt(edge.From, 1) || IsAt(edge.To, 1))));

        static bool IsAt((double X, double Y) point, double place) =>
            Math.Abs(Math.Abs(point.X) - place) < 1e-9 && Math.Abs(Math.Abs(point.Y) - place) < 1e-9;
    }

    // What is ahead moves to the other side of the picture than the camera turns to.
    [Theory]
    [InlineData(10, 0, 0, -1, 0)]
    [InlineData(-10, 0, 0, 1, 0)]
    [InlineData(0, 10, 0, 0, -1)]
    [InlineData(0, -10, 0, 0, 1)]
    public void A_turned_camera_moves_the_wall(double yaw, double pitch, double roll, int x, int y)
    {
        var ends = Ends([1, 1, 1, 1, 4, 2, yaw, pitch, roll]).Where(end => Math.Max(Math.Abs(end.X), Math.Abs(end.Y)) < .9).ToList();
        Assert.NotEmpty(ends);
        Assert.Equal(x, Sign(ends.Average(end => end.X)));
        Assert.Equal(y, Sign(ends.Average(end => end.Y)));

        static int Sign(double value) => Math.Abs(value) < 1e-6 ? 0 : Math.Sign(value);
    }

    // Turned clockwise, the camera sees the world turn the other way: the corner at the upper right moves up and to the left.
    [Fact]
    public void A_rolled_camera_turns_the_wall_anticlockwise()
    {
        var corners = Ends([1, 1, 1, 1, 4, 2, 0, 0, 20]).Where(end => Math.Sqrt((end.X * end.X) + (end.Y * end.Y)) < .4).ToList();
        var angle = (45 + 20) * Math.PI / 180;
        var distance = .25 * Math.Sqrt(2);
        Assert.Contains(corners, end =>
            Math.Abs(end.X - (distance * Math.Cos(angle))) < 1e-6 && Math.Abs(end.Y - (distance * Math.Sin(angle))) < 1e-6);
    }

    [Fact]
    public void No_edge_leaves_the_picture() =>
        Gen.Select(Gen.Double[.3, 6].Array[6], Gen.Double[-180, 180], Gen.Double[-80, 80], Gen.Double[-30, 30], Gen.Double[.5, 2])
            .Sample((distances, yaw, pitch, roll, aspect) =>
            {
                foreach (var (from, to) in new RoomEdges([.. distances, yaw, pitch, roll], 70).Project(aspect))
                {
                    foreach (var (x, y) in new[] { from, to })
                    {
                        Assert.InRange(Math.Abs(x), 0, 1 + 1e-6);
                        Assert.InRange(Math.Abs(y), 0, aspect + 1e-6);
                    }
                }
            });

    [Fact]
    public void Edges_are_drawn_where_they_are_projected()
    {
        var canvas = new Canvas(100, 100);
        var red = new Rgb(255, 0, 0);
        new RoomEdges([1, 1, 1, 1, 2, 2, 0, 0, 0], 90).Draw(canvas, 0, 0, 100, 100, thickness: 2, red);
        Assert.Equal(red, canvas.Get(50, 25));
        Assert.Equal(red, canvas.Get(25, 50));
        Assert.Equal(red, canvas.Get(10, 10));
        Assert.Equal(Rgb.White, canvas.Get(50, 50));
        Assert.Equal(Rgb.White, canvas.Get(50, 10));
    }

    private static List<(double X, double Y)> Ends(double[] layout) =>
        [.. new RoomEdges(layout, 90).Project(aspect: 1).SelectMany(edge => new[] { edge.From, edge.To })];
}
