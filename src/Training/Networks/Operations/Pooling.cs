using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Operations;

/// <summary>The mean or the maximum of a neighbourhood; what lies outside the picture does not count.</summary>
internal sealed class Pooling(int kernel, int stride, bool takesMaximum) : nn.Module<Tensor, Tensor>(nameof(Pooling))
{
    public override Tensor forward(Tensor input) => takesMaximum
        ? nn.functional.max_pool2d(input, [kernel, kernel], [stride, stride], [kernel / 2, kernel / 2])
        : nn.functional.avg_pool2d(
            input, [kernel, kernel], [stride, stride], [kernel / 2, kernel / 2], ceil_mode: false, count_include_pad: false);
}
