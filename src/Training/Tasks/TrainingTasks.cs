using System.Collections.Concurrent;
using Surrogates.Training.Data;

namespace Surrogates.Training.Tasks;

/// <summary>A kind of task, from which tasks are made.</summary>
/// <param name="Name">The name by which it is asked for.</param>
/// <param name="Description">One line on what is learned, and from what labels.</param>
/// <param name="Create">Makes the task for a data set; throws an <see cref="InputException"/> where its labels are of another kind.</param>
/// <param name="Restore">Makes a task from what <see cref="ITrainingTask.Serialize"/> gave.</param>
public sealed record TrainingTaskKind(
    string Name, string Description, Func<ImageDataset, ITrainingTask> Create, Func<string, ITrainingTask> Restore);

/// <summary>The tasks that networks can be trained for.</summary>
public static class TrainingTasks
{
    private static readonly ConcurrentDictionary<string, TrainingTaskKind> Registered = new(StringComparer.OrdinalIgnoreCase);

    private static readonly TrainingTaskKind[] BuiltIn =
    [
        ClassificationTask.Kind,
        RegressionTask.Kind,
        ClassificationTask.SceneKind,
        ClassificationTask.ObjectKind,
        RegressionTask.LayoutKind,
        JigsawTask.Kind,
        SegmentationTask.Kind,
        NormalTask.Kind,
        NormalTask.AdversarialKind,
        AutoencoderTask.Kind,
        AutoencoderTask.AdversarialKind,
    ];

    /// <summary>All kinds: the built-in ones first, then registered ones by name.</summary>
    public static IReadOnlyList<TrainingTaskKind> Kinds =>
        [.. BuiltIn, .. Registered.Values.OrderBy(kind => kind.Name, StringComparer.Ordinal)];

    /// <summary>Adds a kind of the user's own, for this process. A saved network of that task needs it before it is loaded.</summary>
    /// <exception cref="ArgumentException">There is a built-in kind of that name.</exception>
    public static void Register(TrainingTaskKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (BuiltIn.Any(builtIn => builtIn.Name.Equals(kind.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"'{kind.Name}' is a built-in task.", nameof(kind));
        }

        Registered[kind.Name] = kind;
    }

    /// <summary>The kind of that name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static TrainingTaskKind Find(string name) =>
        Kinds.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException($"task '{name}': there is no such task; known are {string.Join(", ", Kinds.Select(kind => kind.Name))}.");

    /// <summary>
    /// The task that a data set's labels suggest: classification, regression, segmentation, normals, for pictures without labels
    /// autoencoder; of the labels of several tasks the first.
    /// </summary>
    public static TrainingTaskKind FindFor(ImageLabels labels) => labels switch
    {
        LabelSets sets => Find(sets.Tasks.First()),
        NoLabels => AutoencoderTask.Kind,
        VectorLabels => RegressionTask.Kind,
        SegmentLabels => SegmentationTask.Kind,
        NormalLabels => NormalTask.Kind,
        _ => ClassificationTask.Kind,
    };
}
