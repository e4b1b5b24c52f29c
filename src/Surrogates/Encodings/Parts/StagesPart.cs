using Surrogates.Architectures;

namespace Surrogates.Encodings.Parts;

/// <summary>
/// Where the shape changes along a network: for each node, log2 of channels and resolution when it is reached and the
/// cost of a convolution there; then the depth, how many nodes work at each level of resolution and of channels, their sums, and
/// the share of the depth at which each halving and doubling comes.
/// </summary>
internal sealed class StagesPart : IEncodingPart
{
    private const int Levels = 5;
    private const int Changes = Levels - 1;

    public string Name => "stages";

    public IArchitectureEncoder? TryCreate(ISearchSpace space)
    {
        var random = new Random(0);
        var changesShape = Enumerable.Range(0, 16)
            .SelectMany(_ => space.Sample(random).ToGraph().Nodes)
            .Any(node => node.Channels != 1 || node.Resolution != 1);
        return changesShape ? new Encoder(space) : null;
    }

    private sealed class Encoder : IArchitectureEncoder
    {
        private readonly int _nodes;

        public Encoder(ISearchSpace space)
        {
            _nodes = space.Choices.Count;
            var levels = Enumerable.Range(0, Levels).ToList();
            FeatureNames =
            [
                .. Enumerable.Range(1, _nodes).SelectMany(i => new[] { $"log channels at {i}", $"log resolution at {i}", $"log convolution cost at {i}" }),
                .. levels.Select(level => $"nodes at 1/{1 << level} resolution"),
                .. levels.Select(level => $"nodes at {1 << level} times the channels"),
                .. levels.Skip(1).Select(level => $"nodes before halving {level}"),
                .. levels.Skip(1).Select(level => $"nodes before doubling {level}"),
                .. levels.Skip(1).Select(level => $"nodes after halving {level}"),
                .. levels.Skip(1).Select(level => $"nodes after doubling {level}"),
                "sum of log channels",
                "sum of log resolution",
                "sum of convolution cost",
                "sum of activations",
                "sum of weights",
                "depth",
            ];
        }

        public IReadOnlyList<string> FeatureNames { get; }

        public void Encode(Architecture architecture, Span<float> features)
        {
            features.Clear();
            var nodes = architecture.ToGraph().Nodes;
            var depth = nodes.Count - 2;
            var atLevels = features[(3 * _nodes)..];
            var atChanges = atLevels[(2 * Levels)..];
            var sums = atChanges[(4 * Changes)..];
            atChanges[..(2 * Changes)].Fill(depth);
            for (var i = 0; i < _nodes; i++)
            {
                // Behind the last node, the output's shape goes on, so that features mean the same whatever the depth.
                var node = nodes[Math.Min(i, depth) + 1];
                var channels = (float)Math.Log2(node.Channels);
                var resolution = (float)Math.Log2(node.Resolution);
                features[3 * i] = channels;
                features[(3 * i) + 1] = resolution;
                features[(3 * i) + 2] = 2 * (channels + resolution);
                if (i < depth)
                {
                    Count(i, -resolution, atLevels, atChanges[..Changes], atChanges.Slice(2 * Changes, Changes));
                    Count(i, channels, atLevels[Levels..], atChanges.Slice(Changes, Changes), atChanges.Slice(3 * Changes, Changes));
                    AddUp(node, channels, resolution, sums);
                }
            }

            sums[^1] = depth;
        }

        // A node at a level counts there, ends the nodes before each change that led to the level, and is one of those after it.
        private static void Count(int node, float exactLevel, Span<float> atLevels, Span<float> before, Span<float> after)
        {
            var level = Math.Clamp((int)MathF.Round(exactLevel), 0, Levels - 1);
            atLevels[level]++;
            for (var change = 0; change < level; change++)
            {
                before[change] = Math.Min(before[change], node);
                after[change]++;
            }
        }

        private static void AddUp(GraphNode node, float channels, float resolution, Span<float> sums)
        {
            var (width, size) = (node.Channels, node.Resolution);
            sums[0] += channels;
            sums[1] += resolution;
            sums[2] += (float)(width * width * size * size);
            sums[3] += (float)(width * size * size);
            sums[4] += (float)(width * width);
        }
    }
}
