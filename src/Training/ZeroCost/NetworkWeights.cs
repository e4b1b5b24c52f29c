using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost;

/// <summary>
/// Which parameters of a network are weights to a proxy: those of convolutions, transposed convolutions and linear maps, biases and
/// normalization left out. They are the parameters of two or more dimensions, so that layers of a user's own count too.
/// </summary>
/// <remarks>
/// What else proxies look at (outputs of layers, normalizations, rectifications) they see through the arithmetic that the layers of
/// <see cref="Networks.Layers.LayerFactory"/> compute with: see <see cref="Passes"/>.
/// </remarks>
internal static class NetworkWeights
{
    public static IReadOnlyList<Parameter> Of(nn.Module network) => [.. network.parameters().Where(parameter => parameter.dim() >= 2)];

    /// <summary>
    /// Lays kernels in memory as pictures lie and as a training lays them, channels last, which is faster.
    /// </summary>
    public static void ToChannelsLast(nn.Module network)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        foreach (var kernel in network.parameters().Where(parameter => parameter.dim() == 4))
        {
            kernel.set_(ChannelsLast.Arrange(kernel));
        }
    }
}
