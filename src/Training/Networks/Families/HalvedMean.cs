using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Families;

/// <summary>The mean of each 2×2 pixels; at an odd edge, of those that there are.</summary>
internal sealed class HalvedMean() : nn.Module<Tensor, Tensor>(nameof(HalvedMean))
{
    public override Tensor forward(Tensor input) =>
        nn.functional.avg_pool2d(input, [2, 2], [2, 2], [0, 0], ceil_mode: true, count_include_pad: false);
}
