using Surrogates.Architectures;
using Surrogates.Architectures.Cells;

namespace Surrogates.Encodings.Parts;

/// <summary>
/// Of a cell's paths from input to output, how many carry each sequence of operations. A path is a word over the operations
/// that are neither "none" nor an identity; words are numbered by length, then as numbers to the base of the operations.
/// </summary>
internal sealed class PathsPart : IEncodingPart
{
    private const int MaximumFeatures = 512;

    public string Name => "paths";

    public IArchitectureEncoder? TryCreate(ISearchSpace space) => space is CellSearchSpace cell ? new Encoder(cell) : null;

    private sealed class Encoder : IArchitectureEncoder
    {
        private readonly CellSearchSpace _space;
        private readonly int[] _letters;
        private readonly int _alphabet;
        private readonly int[] _firstOfLength;

        public Encoder(CellSearchSpace space)
        {
            _space = space;
            _letters = new int[space.Operations.Count];
            var names = new List<string>();
            for (var operation = 0; operation < _letters.Length; operation++)
            {
                var isLetter = operation != space.NoneOperation && operation != space.IdentityOperation;
                _letters[operation] = isLetter ? names.Count : -1;
                if (isLetter)
                {
                    names.Add(space.Operations[operation]);
                }
            }

            _alphabet = names.Count;
            var words = new List<string> { "paths: identity" };
            var starts = new List<int> { 0 };
            List<string> longest = [""];
            for (var length = 1; length < space.Nodes && words.Count + (longest.Count * _alphabet) <= MaximumFeatures; length++)
            {
                starts.Add(words.Count);
                longest = [.. longest.SelectMany(word => names.Select(name => word.Length == 0 ? name : $"{word} {name}"))];
                words.AddRange(longest.Select(word => $"paths: {word}"));
            }

            _firstOfLength = [.. starts];
            FeatureNames = words;
        }

        public IReadOnlyList<string> FeatureNames { get; }

        public void Encode(Architecture architecture, Span<float> features)
        {
            features.Clear();
            Walk(architecture.Choices, node: 0, length: 0, word: 0, features);
        }

        private void Walk(ReadOnlySpan<byte> choices, int node, int length, int word, Span<float> features)
        {
            if (node == _space.Nodes - 1)
            {
                if (length < _firstOfLength.Length)
                {
                    features[_firstOfLength[length] + word]++;
                }

                return;
            }

            for (var to = node + 1; to < _space.Nodes; to++)
            {
                var operation = choices[CellTopology.IndexOf(node, to)];
                if (operation == _space.NoneOperation)
                {
                    continue;
                }

                var letter = _letters[operation];
                if (letter < 0)
                {
                    Walk(choices, to, length, word, features);
                }
                else if (length + 1 < _firstOfLength.Length)
                {
                    Walk(choices, to, length + 1, (word * _alphabet) + letter, features);
                }
            }
        }
    }
}
