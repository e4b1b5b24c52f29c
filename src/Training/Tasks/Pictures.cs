using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>Pictures as networks take them.</summary>
internal static class Pictures
{
    /// <summary>From 0 to 1 to −1 to 1, the benchmark's normalization (mean .5, deviation .5 of each channel).</summary>
    public static Tensor Centre(Tensor images) => images.Times(2).PlusInPlace(-1);
}
