using System.Text.Json;
using Surrogates.Training.Data;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>The direction that the surface at every pixel faces.</summary>
/// <inheritdoc/>
public sealed class NormalTask : DecodedPictureTask
{
    // A vector that is shorter has no direction.
    private const double Shortest = 1e-3;
    private const double Longest = 2;

    private NormalTask(bool isAdversarial)
        : base(
            (isAdversarial ? AdversarialKind : Kind).Name,
            "structural similarity of the predicted normals, seen as a picture, to the true ones, mean over pictures; 1 is equal",
            isAdversarial)
    {
    }

    /// <summary>The kind that is trained by its error alone.</summary>
    public static TrainingTaskKind Kind { get; } = new(
        "normal",
        "the direction that the surface at every pixel faces; pictures of normals as labels",
        data => Create(data, isAdversarial: false),
        Restore);

    /// <summary>The kind that is trained with a discriminator beside it.</summary>
    public static TrainingTaskKind AdversarialKind { get; } = new(
        "normal_gan", "the same, with a discriminator trained beside it", data => Create(data, isAdversarial: true), Restore);

    private protected override double TransNasLearningRate => 1e-4;

    /// <inheritdoc/>
    public override string Serialize() => JsonSerializer.Serialize(new Definition(IsAdversarial));

    /// <inheritdoc/>
    public override TaskBatch CreateBatch(ImageBatch images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        var target = images.ReadDense(TaskLabels.Require<NormalLabels>(images, Kind.Name)).to(ScalarType.Float32).DividedInPlace(255);
        return new TaskBatch(CreateInput(images.Images).MoveToOuterDisposeScope(), Pictures.Centre(target).MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    public override Tensor GetStatistics(Tensor output, Tensor target)
    {
        using var scope = NewDisposeScope();
        var cosine = Normalize(output).mul(Normalize(target)).sum(1).ClampInPlace(-1, 1);
        var degrees = cosine.acos().mean([1, 2]).sum().Times(180 / Math.PI);
        return cat([base.GetStatistics(output, target), degrees.view(1)]).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// <c>ssim</c>; <c>l1</c>, the mean absolute error of a channel of the picture of normals, from 0 to 1; <c>degrees</c>, the mean angle to
    /// the true normal.
    /// </summary>
    public override IReadOnlyDictionary<string, double> GetMetrics(ReadOnlySpan<double> sums, int count) =>
        new Dictionary<string, double>(base.GetMetrics(sums[..2], count)) { ["degrees"] = sums[2] / count };

    /// <inheritdoc/>
    /// <returns>Batch × 3 × height × width: x to the right, y up, z towards the camera, of length 1.</returns>
    public override Tensor GetPrediction(Tensor output) => Normalize(output);

    // A mirrored picture has mirrored normals, but as in the benchmark pictures stay as they are.
    private protected override Augmentation GetAugmentation(TrainingPreset preset) => new();

    private static Tensor Normalize(Tensor vectors)
    {
        using var scope = NewDisposeScope();
        var length = vectors.Squared().sum(1, keepdim: true).sqrt_().ClampInPlace(Shortest, Longest);
        return vectors.div(length).MoveToOuterDisposeScope();
    }

    private static NormalTask Create(ImageDataset data, bool isAdversarial)
    {
        _ = TaskLabels.Find<NormalLabels>(data, Kind.Name, "the normals of each picture, such as room scenes have");
        return new NormalTask(isAdversarial);
    }

    private static NormalTask Restore(string json) => new(JsonSerializer.Deserialize<Definition>(json)!.IsAdversarial);

    private sealed record Definition(bool IsAdversarial);
}
