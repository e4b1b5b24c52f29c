using Microsoft.ML;
using Microsoft.ML.Transforms;
using Surrogates.Trees;

namespace Surrogates.ModelFiles;

/// <summary>Extremely randomized trees as an ML.NET transform: a vector of features in, score and deviation out.</summary>
[CustomMappingFactoryAttribute(Contract)]
internal sealed class TreeScoringMapping : CustomMappingFactory<ScoringMapping.Input, ScoringMapping.Output>
{
    private const string Contract = "surrogates.score-trees.v1";

    private static readonly PayloadCache<ExtraTreesModelParameters> Models = new(ExtraTreesModelParameters.Deserialize);

    private static readonly Action<ScoringMapping.Input, ScoringMapping.Output> Map = (input, output) =>
        (output.Score, output.Deviation) = Models.Get(input.Payload).Predict(ScoringMapping.Dense(input.Features));

    /// <param name="transforms">The catalog of ML.NET's transforms.</param>
    /// <param name="payload">The trained trees as text; may be empty where only the schema is asked for.</param>
    /// <param name="features">The column to read.</param>
    public static IEstimator<ITransformer> Create(TransformsCatalog transforms, string payload, string features) =>
        ScoringMapping.Wrap(
            transforms, payload, transforms.CustomMapping(Map, Contract), features, ScoringColumns.Score, ScoringColumns.StandardDeviation);

    public override Action<ScoringMapping.Input, ScoringMapping.Output> GetMapping() => Map;
}
