using Surrogates.Training.Data.Preprocessing;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// The room's layout as TransNAS-Bench-101 keeps it: <see cref="RoomLayout"/>, each number less its mean and in deviations; taken as it
/// is.
/// </summary>
internal sealed class LayoutDomain() : TaskonomyDomain("room_layout", new TaskonomyFiles(["room_layout"], ["room_layout"], ".npy"))
{
    public override int Numbers => RoomLayout.Names.Length;

    public override void Read(
        string path, (int Width, int Height) picture, ImagePreprocessing preprocessing, Span<float> numbers, Span<byte> planes)
    {
        var layout = NpyFile.Read(path);
        if (layout.Length != Numbers)
        {
            throw new InputException($"{path}: {layout.Length} numbers; the {Numbers} of a room's layout are expected.");
        }

        for (var i = 0; i < layout.Length; i++)
        {
            numbers[i] = (float)layout[i];
        }
    }

    public override ImageLabels CreateLabels(IEnumerable<float> numbers) => new VectorLabels(RoomLayout.Names, numbers);
}
