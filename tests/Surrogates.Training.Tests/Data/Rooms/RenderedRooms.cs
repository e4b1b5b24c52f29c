using Surrogates.Training.Data.Rooms;

namespace Surrogates.Training.Tests.Data.Rooms;

/// <summary>Makes scenes in memory of their own.</summary>
internal static class RenderedRooms
{
    public static RoomScene Render(int size, int index, int seed = 1)
    {
        var scene = new RoomScene(size);
        new RoomSceneGenerator(new() { Size = size, Seed = seed }).Render(index, scene);
        return scene;
    }

    /// <summary>The first scenes of seed 1, one after the other in the same memory.</summary>
    public static IEnumerable<RoomScene> First(int size, int count)
    {
        var (generator, scene) = (new RoomSceneGenerator(new() { Size = size }), new RoomScene(size));
        for (var index = 0; index < count; index++)
        {
            generator.Render(index, scene);
            yield return scene;
        }
    }
}
