namespace Surrogates.Training.Data.Rooms;

/// <summary>The labels of many scenes, as the tasks want them.</summary>
internal sealed class RoomLabels(int count)
{
    /// <summary>Planes of labels that lie behind each picture: the segments, then the normals.</summary>
    public const int Planes = 1 + ImageDataset.Channels;

    private readonly float[] _scenes = new float[count * RoomSceneGenerator.SceneNames.Length];
    private readonly float[] _objects = new float[count * RoomSceneGenerator.ObjectNames.Length];
    private readonly float[] _layouts = new float[count * RoomSceneGenerator.LayoutNames.Length];

    /// <summary>Keeps the labels of a scene, and lays its planes side by side; from any thread.</summary>
    public void Take(int index, RoomScene scene, PictureShape shape, Span<byte> stored)
    {
        Copy(scene.Scene, _scenes, index);
        Copy(scene.Objects, _objects, index);
        Copy(scene.Layout, _layouts, index);
        scene.Picture.CopyTo(stored);
        scene.Segments.CopyTo(stored[shape.PictureBytes..]);
        scene.Normals.CopyTo(stored[(shape.PictureBytes + shape.PlaneBytes)..]);
    }

    /// <summary>The labels by task.</summary>
    public LabelSets ToSets() => new(
        [
            new("class_scene", new SoftLabels(RoomSceneGenerator.SceneNames, _scenes)),
            new("class_object", new SoftLabels(RoomSceneGenerator.ObjectNames, _objects)),
            new("room_layout", new VectorLabels(RoomSceneGenerator.LayoutNames, _layouts)),
            new("segmentsemantic", new SegmentLabels(RoomSceneGenerator.SegmentNames)),
            new("normal", new NormalLabels()),
        ]);

    private static void Copy(float[] row, float[] rows, int index) => row.CopyTo(rows, index * row.Length);
}
