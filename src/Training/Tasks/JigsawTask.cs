using System.Globalization;
using System.Text.Json;
using Surrogates.Training.Data;
using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>
/// In which order the nine tiles of a picture lie. It needs no labels: pictures are cut into 3×3 tiles that are shuffled by one of a set
/// of permutations, and the network says by which. Every tile passes through the same backbone; the means of the nine tiles' features,
/// side by side, pass a linear map.
/// </summary>
/// <remarks>
/// Noroozi, Favaro: "Unsupervised Learning of Visual Representations by Solving Jigsaw Puzzles", ECCV 2016. As there, a tile is smaller
/// than its place (the middle three quarters of each side: 64 of 85 pixels), so that edges do not give the order away, and is
/// normalized on its own, channel by channel. The paper draws the tile's place at random; here it is the middle, and the shift of the
/// whole picture in training takes its part. A prediction is made of the picture with its tiles in order: the probability of each
/// permutation, of which the first, <c>012345678</c>, is right.
/// </remarks>
public sealed class JigsawTask : ITrainingTask
{
    /// <summary>Permutations unless asked otherwise. The benchmark has 1,000, for a hundred thousand pictures.</summary>
    public const int DefaultPermutations = 100;

    private const int Side = 3;
    private const int Tiles = JigsawPermutations.Tiles;

    private readonly IReadOnlyList<byte[]> _permutations;

    private JigsawTask(int permutations)
    {
        _permutations = JigsawPermutations.Get(permutations);
        ClassNames = [.. _permutations.Select(order => string.Concat(order.Select(tile => tile.ToString(CultureInfo.InvariantCulture))))];
    }

    /// <summary>The kind.</summary>
    public static TrainingTaskKind Kind { get; } = new(
        "jigsaw", "in which order nine tiles of a picture lie; needs no labels", data => Create(data, DefaultPermutations), Restore);

    /// <inheritdoc/>
    public string Name => Kind.Name;

    /// <inheritdoc/>
    public TaskMetric Metric { get; } = new(ClassScores.Accuracy, HigherIsBetter: true, "share of pictures whose permutation is recognized");

    /// <summary>The permutations: which tile of the picture, counted row by row, lies at each place.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>A task with a number of permutations of one's own.</summary>
    /// <param name="data">The data set; its pictures have at least 6 pixels a side.</param>
    /// <param name="permutations">2 to 10,000.</param>
    /// <exception cref="InputException">The pictures are too small, or the number is out of range.</exception>
    public static JigsawTask Create(ImageDataset data, int permutations)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Height < 2 * Side || data.Width < 2 * Side)
        {
            throw new InputException(
                $"{data.Name}: jigsaw needs pictures of at least {2 * Side}×{2 * Side}; these are {data.Height}×{data.Width}.");
        }

        return permutations is >= 2 and <= JigsawPermutations.Most
            ? new JigsawTask(permutations)
            : throw new InputException($"permutations: {permutations} is not 2 to {JigsawPermutations.Most}.");
    }

    /// <inheritdoc/>
    public string Serialize() => JsonSerializer.Serialize(new Definition(_permutations.Count));

    /// <inheritdoc/>
    public TrainingProtocol GetProtocol(TrainingPreset preset) =>
        preset == TrainingPreset.TransNas ? Protocols.TransNas(epochs: 10) : Protocols.Small;

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> CreateNetwork(Backbone backbone, LayerFactory layers) =>
        new TilesHead(backbone, layers, Tiles, _permutations.Count);

    /// <inheritdoc/>
    public TaskBatch CreateBatch(ImageBatch images)
    {
        using var scope = NewDisposeScope();
        var device = images.Images.device;
        var classes = Array.ConvertAll(images.Draws, draw => (long)(draw % _permutations.Count));
        var places = new long[classes.Length * Tiles];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = (i / Tiles * Tiles) + _permutations[(int)classes[i / Tiles]][i % Tiles];
        }

        var input = CreateInput(images.Images);
        var tiles = input.flatten(0, 1)[Tensors.Of(device, places, places.Length)];
        return new TaskBatch(
            tiles.view(input.shape).MoveToOuterDisposeScope(),
            Tensors.Of(device, classes, classes.Length).MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    /// <returns>Batch × 9 × 3 × height × width of a tile, in the order of the picture.</returns>
    public Tensor CreateInput(Tensor images)
    {
        using var scope = NewDisposeScope();
        var (rows, columns) = (images.size(2) / Side, images.size(3) / Side);
        var cropped = Middle(Middle(images, 2, Side * rows), 3, Side * columns);
        var places = cropped.reshape(images.size(0), images.size(1), Side, rows, Side, columns);
        var inner = Middle(Middle(places, 3, GetInnerSide(rows)), 5, GetInnerSide(columns));
        var tiles = inner.permute(0, 2, 4, 1, 3, 5).flatten(1, 2);
        var centred = tiles.Minus(tiles.mean([3, 4], keepdim: true));

        // Of a tile of one colour, and of its noise, little is made: 0.01 is 2½ steps of 8 bits.
        const double Noise = 1e-4;
        var variance = centred.Squared().mean([3, 4], keepdim: true);
        return centred.mul(variance.PlusInPlace(Noise).rsqrt_()).contiguous().MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Tensor GetLoss(Tensor output, Tensor target, TrainingProtocol protocol) => nn.functional.cross_entropy(output, target);

    /// <inheritdoc/>
    public Tensor GetStatistics(Tensor output, Tensor target) => ClassScores.GetStatistics(output, target, truth: target);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> GetMetrics(ReadOnlySpan<double> sums, int count) =>
        ClassScores.GetMetrics(sums, count);

    /// <inheritdoc/>
    public Tensor GetPrediction(Tensor output) => output.softmax(1);

    /// <inheritdoc/>
    public Tensor GetExpectation(Tensor target) => ClassScores.GetExpectation(target, _permutations.Count);

    /// <inheritdoc/>
    public Tensor ExpressExpectation(Tensor expectation) => ClassScores.ExpressExpectation(expectation);

    private static long GetInnerSide(long side) => Math.Max(1, ((3 * side) + 2) / 4);

    private static Tensor Middle(Tensor tensor, int dimension, long length) =>
        tensor.narrow(dimension, (tensor.size(dimension) - length) / 2, length);

    private static JigsawTask Restore(string json) =>
        JsonSerializer.Deserialize<Definition>(json) is { Permutations: >= 2 and <= JigsawPermutations.Most } definition
            ? new JigsawTask(definition.Permutations)
            : throw new JsonException("The definition of a jigsaw task is out of range.");

    private sealed record Definition(int Permutations);
}
