using static TorchSharp.torch;

namespace Surrogates.Training;

/// <summary>The order in memory of what networks compute with.</summary>
internal static class ChannelsLast
{
    /// <summary>The same numbers, batch × channels × height × width, with the channels of a pixel side by side in memory.</summary>
    public static Tensor Arrange(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2).MoveToOuterDisposeScope();
    }
}
