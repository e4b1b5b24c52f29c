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
        var prediction = model.Predict(Dense(input.Features))[0];
        output.Score = (float)prediction.Score;
        output.Deviation = (float)prediction.StandardDeviation;
    };

    public static IEstimator<ITransformer> Create(
        TransformsCatalog transforms, string payload, string features, string score, string deviation) =>
        Wrap(transforms, payload, transforms.CustomMapping(Map, Contract), features, score, deviation);

    /// <summary>A chain around a mapping that scores.</summary>
    public static IEstimator<ITransformer> Wrap(
        TransformsCatalog transforms, string payload, IEstimator<ITransformer> mapping, string features, string score, string deviation) =>
        PayloadCarrier.Wrap(
            transforms,
            payload,
            [new(HiddenFeatures, features)],
            mapping,
            [new(score, HiddenScore), new(deviation, HiddenDeviation)],
            [HiddenFeatures, HiddenScore, HiddenDeviation]);

    /// <summary>All numbers of a vector, those that a sparse one leaves out included.</summary>
    public static ReadOnlySpan<float> Dense(in VBuffer<float> vector) =>
        vector.IsDense ? vector.GetValues() : vector.DenseValues().ToArray();

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
