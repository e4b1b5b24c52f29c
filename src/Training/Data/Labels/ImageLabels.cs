using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Surrogates.Training.Data;

/// <summary>
/// What is known of each picture of a dataset: <see cref="ClassLabels"/>, <see cref="SoftLabels"/>, <see cref="VectorLabels"/>, at every
/// pixel <see cref="SegmentLabels"/> or <see cref="NormalLabels"/>, several of these as <see cref="LabelSets"/>, or <see cref="NoLabels"/>.
/// Rows are in the order of the dataset's pictures.
/// </summary>
public abstract record ImageLabels
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private protected ImageLabels()
    {
    }

    /// <summary>The names of the classes; empty where the labels are not of classes.</summary>
    public virtual ImmutableArray<string> ClassNames => [];

    /// <summary>
    /// The labels for a task: of <see cref="LabelSets"/> those of that name, or null where there are none; of other labels these.
    /// </summary>
    /// <param name="task">The name of the task.</param>
    public virtual ImageLabels? For(string task) => this;

    /// <summary>Labels of the given pictures, in the given order.</summary>
    internal abstract ImageLabels Select(ReadOnlySpan<int> rows);

    /// <summary>Adds what a training's result depends on.</summary>
    /// <param name="hash">What it is added to.</param>
    /// <param name="sample">Pictures to look at where looking at all would take too long.</param>
    internal virtual void AppendTo(XxHash128 hash, ReadOnlySpan<int> sample) =>
        hash.Append(JsonSerializer.SerializeToUtf8Bytes<object>(this, Json));

    /// <summary>Frees what the labels hold besides memory.</summary>
    internal virtual void Release()
    {
    }
}
