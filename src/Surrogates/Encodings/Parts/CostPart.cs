using Surrogates.Architectures;

namespace Surrogates.Encodings.Parts;

/// <summary>log(1 + parameters) and log(1 + FLOPs) of the canonical form.</summary>
internal sealed class CostPart : IEncodingPart
{
    public string Name => "cost";

    public IArchitectureEncoder? TryCreate(ISearchSpace space) =>
        space.GetCost(space.Sample(new Random(0))) is null ? null : new Encoder();

    private sealed class Encoder : IArchitectureEncoder
    {
        public IReadOnlyList<string> FeatureNames { get; } = ["log parameters", "log flops"];

        public void Encode(Architecture architecture, Span<float> features)
        {
            var cost = architecture.Cost ?? default;
            features[0] = (float)Math.Log(1.0 + cost.Parameters);
            features[1] = (float)Math.Log(1.0 + cost.Flops);
        }
    }
}
