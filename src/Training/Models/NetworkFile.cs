using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using Surrogates.ModelFiles;

namespace Surrogates.Training.Models;

/// <summary>Trained networks in ML.NET model files, so that a plain <c>mlContext.Model.Load</c> opens them.</summary>
internal static class NetworkFile
{
    public static void Save(TrainedNetwork network, string path)
    {
        var context = new MLContext();
        var model = CreateTransformer(network, context, ImageModelColumns.Image);

        // ML.NET cannot write the schema of a view of images; without one, the model loads as well.
        AtomicFile.Write(path, stream => context.Model.Save(model, inputSchema: null, stream));
    }

    public static TrainedNetwork Load(string path)
    {
        var payload = ModelFile.ReadPayloads(path).FirstOrDefault(NetworkPayload.IsSerialized)
            ?? throw new InputException(
                $"{path}: an ML.NET model, but not a trained network; expected a file that 'train' or 'search' wrote.");
        try
        {
            return NetworkPayload.Deserialize(payload);
        }
        catch (InputException exception)
        {
            throw new InputException($"{path}: {exception.Message}", exception);
        }
    }

    public static ITransformer CreateTransformer(TrainedNetwork network, MLContext context, string imageColumn)
    {
        // A black picture tells how many numbers there are.
        using var black = MLImage.CreateFromPixels(network.Width, network.Height, MLPixelFormat.Bgra32, new byte[4 * network.Width * network.Height]);
        var outputs = network.Predict(black).Length;
        return ImageScoringMapping.Create(context, network, outputs, imageColumn).Fit(EmptyInput(context, imageColumn));
    }

    // A view without rows that has the column: what the chain is fitted on, for nothing in it learns from data.
    private static IDataView EmptyInput(MLContext context, string imageColumn)
    {
        var schema = SchemaDefinition.Create(typeof(ImageRow));
        schema[nameof(ImageRow.Image)].ColumnName = imageColumn;
        return context.Data.LoadFromEnumerable(Array.Empty<ImageRow>(), schema);
    }

    private sealed class ImageRow
    {
        // Any size binds; the attribute without a size cannot be used (ML.NET 5.0.1).
        [ImageType(1, 1)]
        public MLImage Image { get; set; } = null!;
    }
}
