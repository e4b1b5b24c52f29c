using Surrogates.Training.Data.Rooms;
using Surrogates.Training.Data.Rooms.Labels;
using Surrogates.Training.Data.Rooms.Rendering;

namespace Surrogates.Training.Tests.Data.Rooms;

public class SceneLabelTests
{
    private const int Size = 32;

    [Fact]
    public void Names_are_as_many_as_the_classes()
    {
        Assert.Equal(17, RoomSceneGenerator.SegmentNames.Length);
        Assert.Equal(Enum.GetValues<SegmentClass>().Length, RoomSceneGenerator.SegmentNames.Length);
        Assert.Equal(Enum.GetValues<ObjectClass>().Length - 1, RoomSceneGenerator.ObjectNames.Length);
        Assert.Equal(Enum.GetValues<SceneType>().Length, RoomSceneGenerator.SceneNames.Length);
        Assert.Equal(9, RoomSceneGenerator.LayoutNames.Length);
    }

    [Fact]
    public void Soft_labels_are_distributions()
    {
        foreach (var scene in RenderedRooms.First(Size, 200))
        {
            Assert.All(scene.Objects.Concat(scene.Scene), share => Assert.InRange(share, 0, 1));
            Assert.InRange(scene.Objects.Sum(), 1 - 1e-5, 1 + 1e-5);
            Assert.InRange(scene.Scene.Sum(), 1 - 1e-5, 1 + 1e-5);
        }
    }

    [Fact]
    public void Furniture_of_the_evidence_is_seen_and_no_other()
    {
        foreach (var scene in RenderedRooms.First(64, 100))
        {
            for (var kind = 0; kind < scene.Objects.Length; kind++)
            {
                Assert.Equal(scene.Plan.Evidence.Has((ObjectClass)kind), scene.Objects[kind] > 0);
            }
        }
    }

    [Fact]
    public void Normals_have_length_1_and_face_the_camera()
    {
        foreach (var scene in RenderedRooms.First(Size, 50))
        {
            for (var pixel = 0; pixel < Size * Size; pixel++)
            {
                var normal = Normal(scene, pixel);
                Assert.InRange(Math.Sqrt(Dot(normal, normal)), 1 - 0.008, 1 + 0.008);
                Assert.True(Dot(normal, Ray(scene, pixel)) < 0.02);
            }
        }
    }

    [Fact]
    public void Floor_and_ceiling_face_up_and_down_as_pitch_and_roll_tell()
    {
        var pixels = 0;
        foreach (var scene in RenderedRooms.First(Size, 100))
        {
            var (pitch, roll) = (scene.Layout[7] * Math.PI / 180, scene.Layout[8] * Math.PI / 180);
            double[] up = [-Math.Sin(roll) * Math.Cos(pitch), Math.Cos(roll) * Math.Cos(pitch), -Math.Sin(pitch)];
            for (var pixel = 0; pixel < Size * Size; pixel++)
            {
                if (scene.Segments[pixel] is (byte)SegmentClass.Floor or (byte)SegmentClass.Ceiling)
                {
                    var sign = scene.Segments[pixel] == (byte)SegmentClass.Floor ? 1 : -1;
                    Assert.InRange(Dot(Normal(scene, pixel), up) * sign, 0.99, 1.01);
                    pixels++;
                }
            }
        }

        Assert.True(pixels > 10_000);
    }

    [Fact]
    public void Distances_of_the_layout_are_those_of_the_walls_in_the_picture()
    {
        var seen = new int[6];
        foreach (var scene in RenderedRooms.First(Size, 100))
        {
            for (var pixel = 0; pixel < Size * Size; pixel++)
            {
                var (y, x) = (pixel / Size, pixel % Size);
                var surface = scene.Buffers.Surface[y * scene.Buffers.Stride + x];
                if (SurfaceId.Primitive(surface) == 0)
                {
                    // The ray, turned into the room's axes by the layout alone.
                    var depth = scene.Buffers.Depth[y * scene.Buffers.Stride + x];
                    var place = ToRoom(scene, Ray(scene, pixel));
                    var (face, distance) = SurfaceId.Face(surface) switch
                    {
                        0 => (0, -place[0]),
                        1 => (1, place[0]),
                        2 => (2, -place[1]),
                        3 => (3, place[1]),
                        4 => (4, -place[2]),
                        _ => (5, place[2]),
                    };
                    Assert.InRange(distance * depth, scene.Layout[face] - 1e-3, scene.Layout[face] + 1e-3);
                    seen[face]++;
                }
            }
        }

        Assert.All(seen[..5], count => Assert.True(count > 500));
    }

    [Fact]
    public void All_classes_occur_and_none_prevails()
    {
        const int Count = 500;
        var (segments, objects, types) = (new int[17], new int[14], new int[8]);
        foreach (var scene in RenderedRooms.First(Size, Count))
        {
            foreach (var segment in scene.Segments.Distinct())
            {
                segments[segment]++;
            }

            objects[Array.IndexOf(scene.Objects, scene.Objects.Max())]++;
            types[Array.IndexOf(scene.Scene, scene.Scene.Max())]++;
            Assert.All(scene.Layout[..6], distance => Assert.InRange(distance, 0.3f, 8));
            Assert.InRange(scene.Layout[6], -40, 40);
        }

        Assert.All(segments, count => Assert.True(count >= Count / 20));
        Assert.All(objects.Concat(types), count => Assert.InRange(count, Count * 0.02, Count * 0.3));
    }

    private static double[] Normal(RoomScene scene, int pixel) =>
        [.. Enumerable.Range(0, 3).Select(plane => (scene.Normals[plane * Size * Size + pixel] - 127.5) / 127.5)];

    private static double[] Ray(RoomScene scene, int pixel)
    {
        var halfWidth = scene.Plan.Camera.HalfWidth;
        return [((pixel % Size + 0.5) * 2 / Size - 1) * halfWidth, (1 - (pixel / Size + 0.5) * 2 / Size) * halfWidth, -1];
    }

    private static double[] ToRoom(RoomScene scene, double[] ray)
    {
        var (yaw, pitch, roll) = (scene.Layout[6] * Math.PI / 180, scene.Layout[7] * Math.PI / 180, scene.Layout[8] * Math.PI / 180);
        var (x, y) = (ray[0] * Math.Cos(roll) + ray[1] * Math.Sin(roll), ray[1] * Math.Cos(roll) - ray[0] * Math.Sin(roll));
        var (up, back) = (y * Math.Cos(pitch) - ray[2] * Math.Sin(pitch), y * Math.Sin(pitch) + ray[2] * Math.Cos(pitch));
        return [x * Math.Cos(yaw) - back * Math.Sin(yaw), up, x * Math.Sin(yaw) + back * Math.Cos(yaw)];
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
