using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.Architectures;
using Surrogates.Training.Data;
using Surrogates.Training.Data.Preprocessing;
using Surrogates.Training.Loop;
using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Models;

/// <summary>An architecture's network, trained for a task. Predictions may be asked for from several threads at once.</summary>
/// <example>
/// <code>
/// using TrainedNetwork network = TrainedNetwork.Load("photos.zip");
/// using MLImage image = MLImage.CreateFromFile("cat.jpg");
/// float[] probabilities = network.Predict(image);
/// </code>
/// </example>
public sealed class TrainedNetwork : IDisposable
{
    private readonly ImagePreprocessing _preprocessing;

    private TrainedNetwork(NetworkDefinition definition, nn.Module<Tensor, Tensor> module, ComputePlacement placement)
    {
        Definition = definition;
        Module = module;
        Placement = placement;
        _preprocessing = new ImagePreprocessing(definition.Height, definition.Width);
    }

    /// <summary>The architecture.</summary>
    public Architecture Architecture => Definition.Architecture;

    /// <summary>What it was trained for.</summary>
    public ITrainingTask Task => Definition.Task;

    /// <summary>The network's size.</summary>
    public NetworkOptions Options => Definition.Options;

    /// <summary>Rows of the pictures that go into the network; others are resized.</summary>
    public int Height => Definition.Height;

    /// <summary>Columns of the pictures that go into the network.</summary>
    public int Width => Definition.Width;

    /// <summary>How the training went, or null for a network that was loaded.</summary>
    public TrainingSummary? Training { get; private set; }

    /// <summary>The whole network, head included, as a TorchSharp module; it is disposed of with this object.</summary>
    public nn.Module<Tensor, Tensor> Module { get; }

    internal NetworkDefinition Definition { get; }

    internal ComputePlacement Placement { get; }

    /// <summary>Opens a network that <see cref="Save"/> wrote.</summary>
    /// <param name="path">An ML.NET model file.</param>
    /// <exception cref="InputException">The file cannot be read, or holds another model.</exception>
    public static TrainedNetwork Load(string path) => NetworkFile.Load(path);

    /// <summary>Writes the network as an ML.NET model: an image in, the prediction out (see <see cref="ImageModelColumns"/>).</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Save(string path) => NetworkFile.Save(this, path);

    /// <summary>The network as an ML.NET transformer, to go on with in a pipeline.</summary>
    /// <param name="context">The context.</param>
    /// <param name="imageColumn">The column with the images, of type <see cref="MLImage"/>.</param>
    public ITransformer ToTransformer(MLContext context, string imageColumn = ImageModelColumns.Image)
    {
        ArgumentNullException.ThrowIfNull(context);
        return NetworkFile.CreateTransformer(this, context, imageColumn);
    }

    /// <summary>The metrics of the network on pictures, by name.</summary>
    /// <exception cref="ArgumentException">There are no pictures, or they are of another size.</exception>
    public IReadOnlyDictionary<string, double> Evaluate(ImageSubset images, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.Count == 0 || images.Dataset.Height != Height || images.Dataset.Width != Width)
        {
            throw new ArgumentException($"Pictures of {Height}×{Width} are needed.", nameof(images));
        }

        using var noGradient = no_grad();
        Module.eval();
        return TaskEvaluation.Evaluate(Task, Placement, images, batch => Forward(batch.Input), cancellationToken);
    }

    /// <summary>The prediction for a picture of any size: probabilities of the task's classes, or what else the task predicts.</summary>
    public float[] Predict(MLImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var pixels = new byte[ImageDataset.Channels * Height * Width];
        _preprocessing.ToPlanes(image, pixels);
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var input = Task.CreateInput(Placement.Upload(pixels, 1, ImageDataset.Channels, Height, Width));
        return Task.GetPrediction(Forward(input)).cpu().contiguous().data<float>().ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => Module.Dispose();

    internal static TrainedNetwork Create(NetworkDefinition definition, ComputePlacement placement, int seed)
    {
        using var scope = NewDisposeScope();
        using var layers = new LayerFactory(placement.Device, seed, placement.Arithmetic);
        var module = definition.Task.CreateNetwork(Backbones.Build(definition.Architecture, definition.Options, layers), layers);
        foreach (var tensor in module.parameters().Concat(module.buffers()))
        {
            tensor.DetachFromDisposeScope();
        }

        return new TrainedNetwork(definition, module, placement);
    }

    internal TrainedNetwork With(TrainingSummary training)
    {
        Training = training;
        return this;
    }

    internal Tensor Forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return Module.call(input).to(ScalarType.Float32).MoveToOuterDisposeScope();
    }

    internal TaskBatch CreateBatch(PixelBatch pixels, ImageLabels labels, Augmentation? augmentation) =>
        Placement.CreateBatch(Task, pixels, labels, augmentation);
}
