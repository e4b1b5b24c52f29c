using Surrogates.Training.Data;

namespace Surrogates.Training.Tasks;

/// <summary>The labels of a task among those of a data set.</summary>
internal static class TaskLabels
{
    /// <summary>The labels of a data set for a task.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="task">The task's name.</param>
    /// <param name="needs">What the task needs, for the message: "a class for each picture".</param>
    /// <exception cref="InputException">There are none, or they are of another kind.</exception>
    public static T Find<T>(ImageDataset data, string task, string needs)
        where T : ImageLabels =>
        Get(data, task) as T ?? throw Missing(data, task, needs);

    /// <summary>The labels of a data set for a task, of whatever kind; null where there are none.</summary>
    public static ImageLabels? Get(ImageDataset data, string task) => data.Labels.For(task);

    /// <summary>What to say where a data set has no labels of the kind that a task needs.</summary>
    public static InputException Missing(ImageDataset data, string task, string needs)
    {
        ArgumentNullException.ThrowIfNull(data);
        var others = data.Labels is LabelSets sets ? $"; it has labels for {string.Join(", ", sets.Tasks)}" : "";
        return new InputException($"{data.Name}: {task} needs {needs}{others}.");
    }

    /// <summary>The labels of a batch for a task that was made for them.</summary>
    public static T Require<T>(ImageBatch images, string task)
        where T : ImageLabels =>
        images.Labels.For(task) as T ?? throw new InvalidOperationException("These labels are not of the task's kind.");
}
