using Surrogates.Training.Data.Rooms.Planning;
using Surrogates.Training.Data.Rooms.Rendering;

namespace Surrogates.Training.Data.Rooms;

/// <summary>
/// The picture of a scene with all of its labels, in memory that is used again for the next: reading many scenes allocates nothing
/// but one of these a thread. What is in it before the first <see cref="RoomSceneGenerator.Render"/> has no meaning.
/// </summary>
public sealed class RoomScene
{
    /// <summary>Creates memory for scenes of a size.</summary>
    /// <param name="size">The side of the square pictures in pixels; 16 to 1,024.</param>
    /// <exception cref="InputException">The size is out of its range.</exception>
    public RoomScene(int size)
    {
        RoomSceneOptions.RequireSize(size);
        Size = size;
        Picture = new byte[3 * size * size];
        Segments = new byte[size * size];
        Normals = new byte[3 * size * size];
        Objects = new float[RoomSceneGenerator.ObjectNames.Length];
        Scene = new float[RoomSceneGenerator.SceneNames.Length];
        Layout = new float[RoomSceneGenerator.LayoutNames.Length];
        Buffers = new RenderBuffers(size);
        Smoothing = new SmoothingPass(size);
    }

    /// <summary>The side of the square picture in pixels.</summary>
    public int Size { get; }

    /// <summary>The picture: planes red, green, blue × rows from the top × columns from the left; 0 to 255.</summary>
    public byte[] Picture { get; }

    /// <summary>
    /// What each pixel's centre shows, as an index into <see cref="RoomSceneGenerator.SegmentNames"/>: rows × columns.
    /// </summary>
    public byte[] Segments { get; }

    /// <summary>
    /// Where the surface at each pixel's centre faces: planes x to the right, y up, z towards the viewer × rows × columns. A part n
    /// of the normal, −1 to 1, is kept as 127.5 + 127.5 n, rounded.
    /// </summary>
    public byte[] Normals { get; }

    /// <summary>
    /// How the pixels that show furniture divide among <see cref="RoomSceneGenerator.ObjectNames"/>; the sum is 1. The largest is
    /// the dominant object.
    /// </summary>
    public float[] Objects { get; }

    /// <summary>
    /// The probability of each of <see cref="RoomSceneGenerator.SceneNames"/> given the kinds of furniture in the picture, the
    /// finishes of floor and walls, and whether the room is a passage, by Bayes' rule from the distribution that scenes are drawn
    /// from; the sum is 1.
    /// </summary>
    public float[] Scene { get; }

    /// <summary>
    /// The numbers of <see cref="RoomSceneGenerator.LayoutNames"/>: six distances in metres, then three angles in degrees.
    /// </summary>
    public float[] Layout { get; }

    internal RenderBuffers Buffers { get; }

    internal RoomPlan Plan { get; } = new();

    internal ScenePlanner Planner { get; } = new();

    internal SmoothingPass Smoothing { get; }
}
