using Surrogates.Training.Tasks;

namespace Surrogates.Training.Data.Preview;

/// <summary>Chooses how the labels of a task are shown.</summary>
internal static class LabelViews
{
    // The first that gives a view is taken: tasks that make their own targets, then the kinds of labels.
    private static readonly Func<ITrainingTask, ImageDataset, ImageLabels?, int, LabelView?>[] Kinds =
    [
        (task, data, _, seed) => task is JigsawTask jigsaw ? new JigsawView(data, jigsaw, seed) : null,
        (task, data, _, _) => task is AutoencoderTask ? new PictureView(data) : null,
        (_, data, labels, _) => labels is ClassLabels classes ? new ClassView(data, classes) : null,
        (_, data, labels, _) => labels is SoftLabels soft ? new SoftView(data, soft) : null,
        (_, data, labels, _) => labels is VectorLabels layout && LayoutView.Fits(layout) ? new LayoutView(data, layout) : null,
        (_, data, labels, _) => labels is VectorLabels vector ? new VectorView(data, vector) : null,
        (_, data, labels, _) => labels is SegmentLabels segments ? new SegmentView(data, segments) : null,
        (_, data, labels, _) => labels is NormalLabels normals ? new NormalView(data, normals) : null,
    ];

    /// <summary>The view for a task; of a task of the user's own the view of its labels, else the pictures alone.</summary>
    /// <param name="task">The task.</param>
    /// <param name="data">The pictures.</param>
    /// <param name="seed">Seeds what a view draws.</param>
    public static LabelView Create(ITrainingTask task, ImageDataset data, int seed)
    {
        // Both kinds of normals share their labels.
        var labels = TaskLabels.Get(data, task is NormalTask ? NormalTask.Kind.Name : task.Name);
        return Kinds.Select(create => create(task, data, labels, seed)).FirstOrDefault(view => view is not null) ?? new PictureView(data);
    }
}
