using System.Runtime.InteropServices;
using Surrogates.Training.Data.Rooms;

namespace Surrogates.Training.Tests.Data.Rooms;

/// <summary>All that scenes consist of, as bytes.</summary>
internal static class SceneBytes
{
    public static byte[] Of(RoomScene scene) =>
    [
        .. scene.Picture, .. scene.Segments, .. scene.Normals,
        .. MemoryMarshal.AsBytes(scene.Objects.AsSpan()), .. MemoryMarshal.AsBytes(scene.Scene.AsSpan()),
        .. MemoryMarshal.AsBytes(scene.Layout.AsSpan()),
    ];

    public static byte[] Of(int size, int seed, int count) =>
        [.. Enumerable.Range(0, count).SelectMany(index => Of(RenderedRooms.Render(size, index, seed)))];
}
