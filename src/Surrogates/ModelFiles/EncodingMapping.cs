using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using Surrogates.Architectures;
using Surrogates.Encodings;
using Surrogates.Models;

namespace Surrogates.ModelFiles;

/// <summary>An encoding as an ML.NET transform: an architecture's text in, a vector of features of known size out.</summary>
[CustomMappingFactoryAttribute(Contract)]
internal sealed class EncodingMapping : CustomMappingFactory<EncodingMapping.Input, EncodingMapping.Output>
{
    private const string Contract = "surrogates.encode.v1";
    private const string HiddenText = "__surrogates_architecture";

    private static readonly PayloadCache<BoundEncoding> Encodings = new(text => new BoundEncoding(EncodingPayload.Deserialize(text)));

    private static readonly Action<Input, Output> Map = (input, output) =>
    {
        var bound = Encodings.Get(input.Payload);
        var vector = output.Vector;
        var editor = VBufferEditor.Create(ref vector, bound.Encoder.FeatureNames.Count);
        bound.Encode(bound.Space.Parse(input.Architecture.ToString()), editor.Values);
        output.Vector = editor.Commit();
    };

    public static IEstimator<ITransformer> Create(
        TransformsCatalog transforms, EncodingPayload payload, string architecture, string features) =>
        PayloadCarrier.Wrap(
            transforms,
            payload.Serialize(),
            [new(HiddenText, architecture)],
            transforms.CustomMapping(Map, Contract).Append(
                FixedSizeVector.Create(transforms, features, payload.Encoding.For(payload.Space).FeatureNames.Count)),
            [],
            [HiddenText, FixedSizeVector.Source]);

    public override Action<Input, Output> GetMapping() => Map;

    private sealed class BoundEncoding(EncodingPayload payload)
    {
        public ISearchSpace Space { get; } = payload.Space;

        public IArchitectureEncoder Encoder { get; } = payload.Encoding.For(payload.Space);

        public void Encode(Architecture architecture, Span<float> features)
        {
            if (payload.Surrogate is null)
            {
                Encoder.Encode(architecture, features);
            }
            else
            {
                SurrogateEncoder.Encode(Encoder, architecture, features);
            }
        }
    }

    internal sealed class Input
    {
        [ColumnName(HiddenText)]
        public ReadOnlyMemory<char> Architecture { get; set; }

        [ColumnName(PayloadCarrier.PayloadColumn)]
        public ReadOnlyMemory<char> Payload { get; set; }
    }

    internal sealed class Output
    {
        [ColumnName(FixedSizeVector.Source)]
        [VectorType]
        public VBuffer<float> Vector { get; set; }
    }
}
