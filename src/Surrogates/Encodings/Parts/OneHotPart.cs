using Surrogates.Architectures;

namespace Surrogates.Encodings.Parts;

/// <summary>0 or 1 for each option of each choice.</summary>
internal sealed class OneHotPart : IEncodingPart
{
    public string Name => "onehot";

    public IArchitectureEncoder TryCreate(ISearchSpace space) => new Encoder(space);

    private sealed class Encoder : IArchitectureEncoder
    {
        private readonly int[] _starts;

        public Encoder(ISearchSpace space)
        {
            FeatureNames = [.. space.Choices.SelectMany(choice => choice.Options.Select(option => $"{choice.Name}: {option}"))];
            _starts = new int[space.Choices.Count];
            for (var i = 1; i < _starts.Length; i++)
            {
                _starts[i] = _starts[i - 1] + space.Choices[i - 1].Options.Count;
            }
        }

        public IReadOnlyList<string> FeatureNames { get; }

        public void Encode(Architecture architecture, Span<float> features)
        {
            features.Clear();
            for (var i = 0; i < _starts.Length; i++)
            {
                features[_starts[i] + architecture.Choices[i]] = 1;
            }
        }
    }
}
