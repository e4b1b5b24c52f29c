using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using Surrogates.Models;

namespace Surrogates.ModelFiles;

/// <summary>A trained model as an ML.NET transform: a vector of features in, score and deviation out.</summary>
[CustomMappingFactoryAttribute(Contract)]
internal sealed class ScoringMapping : CustomMappingFactory<ScoringMapping.Input, ScoringMapping.Output>
{
    private const string Contract = "surrogates.score.v1";
    private const string HiddenFeatures = "__surrogates_features";
    private const string HiddenScore = "__surrogates_score";
    private const string HiddenDeviation = "__surrogates_deviation";

    private static readonly PayloadCache<SurrogateModel> Models = new(SurrogateModel.Deserialize);

    private static readonly Action<Input, Output> Map = (input, output) =>
    {
        var model = Models.Get(input.Payload);
        ReadOnlySpan<float> row = input.Features.IsDense ? input.Features.GetValues() : [.. input.Features.DenseValues()];
        var prediction = model.Predict(row)[0];
        output.Score = (float)prediction.Score;
        output.Deviation = (float)prediction.StandardDeviation;
    };

    public static IEstimator<ITransformer> Create(MLContext context, SurrogateModel model, string features, string score, string deviation) =>
        PayloadCarrier.Wrap(
            context,
            model.Serialize(),
            [new(HiddenFeatures, features)],
            context.Transforms.CustomMapping(Map, Contract),
            [new(score, HiddenScore), new(deviation, HiddenDeviation)],
            [HiddenFeatures, HiddenScore, HiddenDeviation]);

    public override Action<Input, Output> GetMapping() => Map;

    internal sealed class Input
    {
        [ColumnName(HiddenFeatures)]
        [VectorType]
        public VBuffer<float> Features { get; set; }

        [ColumnName(PayloadCarrier.PayloadColumn)]
        public ReadOnlyMemory<char> Payload { get; set; }
    }

    internal sealed class Output
    {
        [ColumnName(HiddenScore)]
        public float Score { get; set; }

        [ColumnName(HiddenDeviation)]
        public float Deviation { get; set; }
    }
}
