using System.Diagnostics;
using System.Security.Cryptography;
using Surrogates.Training.Data.Rooms;

namespace Surrogates.Training.Tests.Data.Rooms;

public class RoomSceneGeneratorTests
{
    [Fact]
    public void Bytes_are_those_of_every_machine()
    {
        Assert.Equal(
            "00a26da606d9568f7fb3d5d6d0b20276fa8b1ca77596fa5128a12c028c0888f1", Hash(SceneBytes.Of(size: 64, seed: 1, count: 24)));
        Assert.Equal(
            "e18fd2f158d788748eaecdd47af715aee217c7005c2f6e32f08138a4f155e02d", Hash(SceneBytes.Of(size: 37, seed: 2, count: 8)));
    }

    [Fact]
    public void Bytes_are_the_same_without_vector_instructions()
    {
        // The test above in a process whose vectors are made in software.
        using var process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList =
            {
                "exec", GetType().Assembly.Location, "-method", $"{GetType().FullName}.{nameof(Bytes_are_those_of_every_machine)}",
            },
            Environment = { ["DOTNET_EnableHWIntrinsic"] = "0" },
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        Assert.Contains("Total: 1", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Scenes_differ_by_number_and_by_seed()
    {
        var scenes = Enumerable.Range(0, 20).Select(index => RenderedRooms.Render(32, index).Picture)
            .Append(RenderedRooms.Render(32, 0, seed: 2).Picture);
        Assert.Equal(21, scenes.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void Memory_that_held_another_scene_makes_no_difference()
    {
        var generator = new RoomSceneGenerator(new() { Size = 33 });
        var used = new RoomScene(33);
        for (var index = 0; index < 30; index++)
        {
            generator.Render(index, used);
            Assert.Equal(SceneBytes.Of(RenderedRooms.Render(33, index)), SceneBytes.Of(used));
        }
    }

    [Fact]
    public void Threads_make_the_same_scenes_as_one()
    {
        var generator = new RoomSceneGenerator(new() { Size = 24 });
        var parallel = new byte[80][];
        Parallel.For(0, parallel.Length, () => new RoomScene(24), (index, _, scene) =>
        {
            generator.Render(index, scene);
            parallel[index] = SceneBytes.Of(scene);
            return scene;
        }, _ => { });
        for (var index = 0; index < parallel.Length; index++)
        {
            Assert.Equal(SceneBytes.Of(RenderedRooms.Render(24, index)), parallel[index]);
        }
    }

    [Fact]
    public void Larger_pictures_show_the_same_scenes()
    {
        var (same, all) = (0, 0);
        for (var index = 0; index < 12; index++)
        {
            var (small, large) = (RenderedRooms.Render(40, index), RenderedRooms.Render(120, index));
            Assert.Equal(small.Layout, large.Layout);
            Assert.Equal(small.Scene, large.Scene);
            for (var pixel = 0; pixel < 40 * 40; pixel++)
            {
                // Of three by three pixels the middle one has the ray of the small picture's.
                var (y, x) = (pixel / 40 * 3 + 1, pixel % 40 * 3 + 1);
                same += small.Segments[pixel] == large.Segments[y * 120 + x] ? 1 : 0;
                all++;
            }
        }

        // Apart from rays that graze an edge, where the last bit decides.
        Assert.InRange(same, all - 12, all);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(1025)]
    [InlineData(-64)]
    public void Sizes_out_of_range_are_refused(int size)
    {
        var refusal = Assert.Throws<InputException>(() => new RoomSceneGenerator(new() { Size = size }));
        Assert.Contains("16 to 1024", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => new RoomScene(size));
    }

    [Fact]
    public void Negative_numbers_and_other_sizes_are_refused()
    {
        var generator = new RoomSceneGenerator();
        Assert.Throws<ArgumentOutOfRangeException>(() => generator.Render(-1, new RoomScene(64)));
        Assert.Throws<ArgumentException>(() => generator.Render(0, new RoomScene(32)));
    }

    [Fact]
    public void Smallest_and_largest_sizes_work()
    {
        Assert.Contains(RenderedRooms.Render(RoomSceneOptions.MinimumSize, 3).Picture, level => level > 100);
        Assert.Contains(RenderedRooms.Render(RoomSceneOptions.MaximumSize, int.MaxValue).Picture, level => level > 100);
    }

    [Fact]
    public void Rendering_allocates_nothing()
    {
        var (generator, scene) = (new RoomSceneGenerator(), new RoomScene(64));
        for (var index = 0; index < 100; index++)
        {
            generator.Render(index, scene);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var index = 0; index < 100; index++)
        {
            generator.Render(index, scene);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
