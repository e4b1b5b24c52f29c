using Surrogates.Training.Data.Preprocessing;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>Labels of one task: how their files are named, and how they are read.</summary>
/// <param name="task">The name of the task.</param>
/// <param name="files">The names of the files.</param>
internal abstract class TaskonomyDomain(string task, TaskonomyFiles files)
{
    /// <summary>The name of the task.</summary>
    public string Task { get; } = task;

    /// <summary>The names of the files.</summary>
    public TaskonomyFiles Files { get; } = files;

    /// <summary>The numbers that a view has; 0 of labels at every pixel.</summary>
    public virtual int Numbers => 0;

    /// <summary>The planes that a view has; 0 of other labels.</summary>
    public virtual int Planes => 0;

    /// <summary>Reads the labels of a view; from any thread.</summary>
    /// <param name="path">The file.</param>
    /// <param name="picture">The width and height of the view's picture, in its file.</param>
    /// <param name="preprocessing">What pictures are brought to.</param>
    /// <param name="numbers">Receives as many as <see cref="Numbers"/>.</param>
    /// <param name="planes">Receives as many as <see cref="Planes"/>.</param>
    /// <exception cref="InputException">The file is damaged, or not of this kind.</exception>
    public abstract void Read(
        string path, (int Width, int Height) picture, ImagePreprocessing preprocessing, Span<float> numbers, Span<byte> planes);

    /// <summary>The labels of views.</summary>
    /// <param name="numbers">Those of each view, row by row.</param>
    public abstract ImageLabels CreateLabels(IEnumerable<float> numbers);

    /// <summary>Makes certain that labels at every pixel have the pixels of the picture.</summary>
    protected static void RequireSize(string path, PngSamples labels, (int Width, int Height) picture)
    {
        if ((labels.Width, labels.Height) != picture)
        {
            throw new InputException(
                $"{path}: {labels.Width} × {labels.Height} pixels; the picture of this view has {picture.Width} × {picture.Height}.");
        }
    }
}
