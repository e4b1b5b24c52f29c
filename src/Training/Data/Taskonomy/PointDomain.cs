using Surrogates.Training.Data.Preprocessing;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>The room's layout, from what Taskonomy tells of the camera and of the room.</summary>
internal sealed class PointDomain()
    : TaskonomyDomain("room_layout", new TaskonomyFiles(["point_info", "points"], ["point_info", "fixatedpose"], ".json"))
{
    public override int Numbers => RoomLayout.Names.Length;

    public override void Read(
        string path, (int Width, int Height) picture, ImagePreprocessing preprocessing, Span<float> numbers, Span<byte> planes) =>
        RoomLayout.Compute(PointInfo.Read(path), numbers);

    public override ImageLabels CreateLabels(IEnumerable<float> numbers) => new VectorLabels(RoomLayout.NamesWithUnits, numbers);
}
