using Surrogates.Training.Networks;
using static Surrogates.Training.Tests.Networks.NaiveLayers;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Networks;

/// <summary>
/// A network of TransNAS micro cells in evaluation, written a second time from its definition: every edge from a node that has input is
/// computed, those that lead nowhere too, and nothing is shared.
/// </summary>
internal sealed class NaiveMicroNetwork(Backbone backbone)
{
    private readonly Dictionary<string, Tensor> _weights = backbone.named_parameters()
        .Select(item => (item.name, Tensor: (Tensor)item.parameter))
        .Concat(backbone.named_buffers().Select(item => (item.name, Tensor: item.buffer)))
        .ToDictionary(item => item.name, item => item.Tensor);

    /// <summary>The features of a picture.</summary>
    /// <param name="picture">Channels × height × width.</param>
    /// <param name="cell">The operations of the edges 0→1, 0→2, 1→2, 0→3, 1→3, 2→3.</param>
    /// <param name="strides">The stride of each cell.</param>
    public double[,,] Compute(double[,,] picture, string cell, params int[] strides)
    {
        var features = Unit(Rectify(Unit(picture, "part0.first", stride: 2)), "part0.second", stride: 2);
        for (var i = 0; i < strides.Length; i++)
        {
            features = ComputeCell(features, cell, $"part{i + 1}", strides[i]);
        }

        return features;
    }

    private double[,,] ComputeCell(double[,,] input, string cell, string name, int stride)
    {
        var channels = input.GetLength(0) * stride;
        var (height, width) = ((input.GetLength(1) + stride - 1) / stride, (input.GetLength(2) + stride - 1) / stride);
        var nodes = new double[4][,,];
        var hasInput = new[] { true, false, false, false };
        nodes[0] = input;
        var edge = 0;
        for (var to = 1; to < 4; to++)
        {
            nodes[to] = Fill(channels, height, width, (_, _, _) => 0);
            for (var from = 0; from < to; from++)
            {
                var layer = $"{name}.edge{from}to{to}";
                var edgeStride = from == 0 ? stride : 1;
                var operation = cell[edge++];
                if (operation != '0' && hasInput[from])
                {
                    hasInput[to] = true;
                    nodes[to] = Add(nodes[to], operation switch
                    {
                        '1' when edgeStride == 1 => nodes[from],
                        '1' => ReduceFactorized(Rectify(nodes[from]), layer, edgeStride),
                        _ => Unit(Rectify(nodes[from]), layer, edgeStride),
                    });
                }
            }
        }

        return nodes[3];
    }

    private double[,,] ReduceFactorized(double[,,] input, string name, int stride) => Normalize(
        Concatenate(
            Convolve(input, _weights[$"{name}.first.weight"], stride),
            Convolve(Shift(input), _weights[$"{name}.second.weight"], stride)),
        Vector($"{name}.normalization"));

    private double[,,] Unit(double[,,] input, string name, int stride) =>
        Normalize(Convolve(input, _weights[$"{name}.convolution.weight"], stride), Vector($"{name}.normalization"));

    private Func<string, float[]> Vector(string name) => part => _weights[$"{name}.{part}"].detach().data<float>().ToArray();
}
