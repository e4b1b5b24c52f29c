using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using Microsoft.ML.Transforms.Image;
using Surrogates.ModelFiles;

namespace Surrogates.Training.Models;

/// <summary>A trained network as an ML.NET transform: an image in, score and predicted label out.</summary>
[CustomMappingFactoryAttribute(Contract)]
internal sealed class ImageScoringMapping : CustomMappingFactory<ImageScoringMapping.Input, ImageScoringMapping.Output>
{
    private const string Contract = "surrogates.score-image.v1";
    private const string HiddenImage = "__surrogates_image";
    private const string HiddenLabel = "__surrogates_label";

    private static readonly PayloadCache<TrainedNetwork> Networks = new(NetworkPayload.Deserialize);

    private static readonly Action<Input, Output> Map = (input, output) =>
    {
        var network = Networks.Get(input.Payload);
        var scores = network.Predict(input.Image);
        var vector = output.Score;
        var editor = VBufferEditor.Create(ref vector, scores.Length);
        scores.CopyTo(editor.Values);
        output.Score = editor.Commit();
        output.Label = network.Task.ClassNames is { Count: > 0 } names
            ? names[scores.AsSpan().IndexOf(scores.Max())].AsMemory()
            : default;
    };

    /// <summary>The chain of a network.</summary>
    /// <param name="context">The context.</param>
    /// <param name="network">The network.</param>
    /// <param name="outputs">Numbers that it predicts for a picture.</param>
    /// <param name="image">The column with the images.</param>
    public static IEstimator<ITransformer> Create(MLContext context, TrainedNetwork network, int outputs, string image)
    {
        ImageTypes.Register();
        var transforms = context.Transforms;
        var mapping = transforms.CustomMapping(Map, Contract);
        var labels = network.Task.ClassNames.Count > 0;
        List<InputOutputColumnPair> columns = labels ? [new(ImageModelColumns.PredictedLabel, HiddenLabel)] : [];
        IEstimator<ITransformer> scoring = mapping;
        if (outputs <= FixedSizeVector.MaximumLength)
        {
            scoring = mapping.Append(FixedSizeVector.Create(transforms, ImageModelColumns.Score, outputs));
        }
        else
        {
            columns.Add(new(ImageModelColumns.Score, FixedSizeVector.Source));
        }

        return PayloadCarrier.Wrap(
            transforms,
            NetworkPayload.Serialize(network),
            [new(HiddenImage, image)],
            scoring,
            columns,
            [HiddenImage, HiddenLabel, FixedSizeVector.Source]);
    }

    public override Action<Input, Output> GetMapping()
    {
        ImageTypes.Register();
        return Map;
    }

    internal sealed class Input
    {
        [ColumnName(HiddenImage)]
        // Any size binds; the attribute without a size cannot be used (ML.NET 5.0.1).
        [ImageType(1, 1)]
        public MLImage Image { get; set; } = null!;

        [ColumnName(PayloadCarrier.PayloadColumn)]
        public ReadOnlyMemory<char> Payload { get; set; }
    }

    internal sealed class Output
    {
        [ColumnName(FixedSizeVector.Source)]
        [VectorType]
        public VBuffer<float> Score { get; set; }

        [ColumnName(HiddenLabel)]
        public ReadOnlyMemory<char> Label { get; set; }
    }
}
