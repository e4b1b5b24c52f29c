using System.Collections.Concurrent;
using Surrogates.Numerics;
using Surrogates.Training.Data.Storage;

namespace Surrogates.Training.Data.Rooms;

/// <summary>
/// Generated pictures of rooms with the labels of the tasks of TransNAS-Bench-101: data for whoever has none at hand, without a
/// download. See <see cref="RoomSceneGenerator"/> for what they show.
/// </summary>
/// <example>
/// <code>
/// using ImageSplits rooms = RoomScenes.Open();
/// ITrainingTask task = TrainingTasks.Find("segmentsemantic").Create(rooms.Dataset);
/// </code>
/// </example>
public static class RoomScenes
{
    /// <summary>The name of the data set.</summary>
    public const string Name = "rooms";

    /// <summary>Pictures to train and validate with, unless <see cref="ImageDataOptions.MaximumImages"/> says otherwise.</summary>
    public const int DefaultImages = 4000;

    // Scenes of a set are numbered on their own, so that more of one never changes another.
    private const int ScenesApart = 1 << 28;

    /// <summary>Generates scenes, with their labels for <c>class_scene</c>, <c>class_object</c>, <c>room_layout</c>, <c>segmentsemantic</c> and
    /// <c>normal</c>.</summary>
    /// <remarks>
    /// A larger data set of the same seed has the scenes of a smaller one, set by set, and the same seed and size give the same bytes on
    /// every machine.
    /// </remarks>
    /// <param name="options">
    /// <see cref="ImageDataOptions.Size"/> (default 64, 16 or more), <see cref="ImageDataOptions.Seed"/>,
    /// <see cref="ImageDataOptions.MaximumImages"/> to train and validate with (default <see cref="DefaultImages"/>), the shares, and
    /// where and how side by side. A test share of .2 means a quarter as many scenes again.
    /// </param>
    /// <param name="progress">Receives the share of the scenes that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InputException">An option is out of range.</exception>
    public static ImageSplits Open(
        ImageDataOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        options = (options ?? new()).Validated();
        var size = options.Size ?? ImageDataOptions.DefaultFileSize;
        var generator = new RoomSceneGenerator(new RoomSceneOptions { Size = size, Seed = options.Seed });
        var images = options.MaximumImages ?? DefaultImages;
        var validation = (int)Math.Round(images * options.ValidationShare);
        var train = images - validation;
        var test = (int)Math.Round(images * options.TestShare / (1 - options.TestShare));
        int[] scenes =
        [
            .. Enumerable.Range(0, train), .. Enumerable.Range(ScenesApart, validation), .. Enumerable.Range(2 * ScenesApart, test),
        ];
        var dataset = Generate(generator, size, scenes, options, progress, cancellationToken);
        return new ImageSplits(Subset(0, train), Subset(train, validation), Subset(train + validation, test));

        ImageSubset Subset(int start, int count) => new(dataset, Enumerable.Range(start, count));
    }

    private static ImageDataset Generate(
        RoomSceneGenerator generator,
        int size,
        int[] scenes,
        ImageDataOptions options,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        var labels = new RoomLabels(scenes.Length);
        var shape = new PictureShape(size, size, IsGrey: false, RoomLabels.Planes);
        var store = PictureStore.Create(scenes.Length, shape.StoredBytes, options.MemoryBudget, options.ScratchFolder);
        try
        {
            var buffers = new ConcurrentBag<(RoomScene Scene, byte[] Stored)>();
            SideBySide.Run(
                scenes.Length,
                options.ParallelJobs,
                index =>
                {
                    if (!buffers.TryTake(out var buffer))
                    {
                        buffer = (new RoomScene(size), new byte[shape.StoredBytes]);
                    }

                    generator.Render(scenes[index], buffer.Scene);
                    labels.Take(index, buffer.Scene, shape, buffer.Stored);
                    store.Write(index, buffer.Stored);
                    buffers.Add(buffer);
                },
                progress,
                cancellationToken);
            store.Seal();
            int[] slots = [.. Enumerable.Range(0, scenes.Length)];
            return new ImageDataset(Name, shape, [.. scenes.Select(NameOf)], labels.ToSets(), store, slots, []);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static string NameOf(int scene) =>
        FormattableString.Invariant($"{(scene / ScenesApart) switch { 0 => "train", 1 => "validation", _ => "test" }}[{scene % ScenesApart}]");
}
