using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.ModelFiles;

namespace Surrogates.Models;

/// <summary>
/// Surrogates in ML.NET model files: the encoding, the joined columns and the trained model are ordinary transforms in a
/// chain, so that plain <c>mlContext.Model.Load</c> opens the file; the typed surrogate is read back from the chain.
/// </summary>
internal static class SurrogateFile
{
    private const string EncodedFeatures = "ArchitectureFeatures";

    public static void Save(Surrogate surrogate, string path)
    {
        var context = new MLContext();
        var input = EmptyInput(context, surrogate.Columns);
        var payload = new EncodingPayload(
            surrogate.Space, surrogate.Encoding, new SurrogateDescription(surrogate.Kind, surrogate.Task, surrogate.Columns));
        var model = EncodingMapping.Create(context.Transforms, payload, ScoringColumns.Architecture, EncodedFeatures)
            .Append(context.Transforms.Concatenate(ScoringColumns.Features, [EncodedFeatures, .. surrogate.Columns]))
            .Append(ScoringMapping.Create(
                context.Transforms, surrogate.Model.Serialize(), ScoringColumns.Features, ScoringColumns.Score, ScoringColumns.StandardDeviation))
            .Append(context.Transforms.DropColumns(EncodedFeatures))
            .Fit(input);
        AtomicFile.Write(path, stream => context.Model.Save(model, input.Schema, stream));
    }

    public static Surrogate Load(string path)
    {
        var payloads = ModelFile.ReadPayloads(path);
        var encoding = payloads.Where(EncodingPayload.IsSerialized).Select(EncodingPayload.Deserialize).FirstOrDefault();
        var model = payloads.Where(SurrogateModel.IsSerialized).Select(SurrogateModel.Deserialize).FirstOrDefault();
        return encoding?.Surrogate is { } description && model is not null
            ? new Surrogate(
                description.Kind,
                description.Task,
                SurrogateEncoder.Unjoined(encoding.Space, encoding.Encoding, description.Columns),
                model)
            : throw new InputException($"{path}: an ML.NET model, but not a surrogate; expected a file that 'fit' or Surrogate.Save wrote");
    }

    // A view without rows that has the columns: what the chain is fitted on, for nothing in it learns from data.
    private static IDataView EmptyInput(MLContext context, IReadOnlyList<string> columns)
    {
        var options = new TextLoader.Options
        {
            Columns =
            [
                new TextLoader.Column(ScoringColumns.Architecture, DataKind.String, 0),
                .. columns.Select((name, i) => new TextLoader.Column(name, DataKind.Single, i + 1)),
            ],
        };
        return context.Data.CreateTextLoader(options).Load(new MultiFileSource(null));
    }
}
