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
            var graph = architecture.ToGraph();
            var nodes = graph.Nodes.Count - 2;
            var counts = features[(3 * _nodes)..];
            var changes = counts[(2 * Levels)..];
            var sums = changes[(4 * (Levels - 1))..];
            changes[..(2*(Levels - 1))].Fill(nodes);
            for (var i = 0; i < _nodes; i++)
            {
                var node = graph.Nodes[Math.Min(i + 1, nodes + 1)];
                var channels = (float)Math.Log2(node.Channels);
                var resolution = (float)Math.Log2(node.Resolution);
                features[3 * i] = channels;
                features[(3 * i) + 1] = resolution;
                features[(3 * i) + 2] = 2 * (channels + resolution);
                if (i < nodes)
                {
                    var rl = Math.Clamp((int)Math.Round(-resolution), 0, Levels - 1);
                    var cl = Math.Clamp((int)Math.Round(channels), 0, Levels - 1);
                    counts[rl]++;
                    counts[Levels + cl]++;
                    for (var l = 1; l <= rl; l++) { changes[l - 1] = Math.Min(changes[l - 1], i); changes[2*(Levels-1)+l-1]++; }
                    for (var l = 1; l <= cl; l++) { changes[Levels - 1 + l - 1] = Math.Min(changes[Levels - 1 + l - 1], i); changes[3*(Levels-1)+l-1]++; }
                    sums[0] += channels; sums[1] += resolution; sums[2] += (float)Math.Pow(node.Channels * node.Resolution, 2); sums[3] += (float)(node.Channels * node.Resolution * node.Resolution); sums[4] += (float)(node.Channels * node.Channels);
                }
            }

            sums[5] = nodes;
        }
    }
}
