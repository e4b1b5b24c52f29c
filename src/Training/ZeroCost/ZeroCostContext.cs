using Surrogates.Architectures;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks;
using Surrogates.Training.ZeroCost.Passes;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost;

/// <summary>
/// What a proxy is computed of: a network with fresh weights, a batch, and what the shared pass of the batch gave. The network is in
/// training mode: it normalizes by the batch's own statistics, and leaves its running statistics as they are.
/// </summary>
/// <remarks>
/// Nothing of this is to be disposed of or changed by the proxy (but see <see cref="IZeroCostProxy.ChangesNetwork"/>); tensors that the
/// proxy makes are disposed of after it.
/// </remarks>
public sealed class ZeroCostContext
{
    private readonly SwitchedArithmetic _arithmetic;
    private readonly BatchPass? _pass;

    internal ZeroCostContext(
        Architecture architecture,
        ITrainingTask task,
        nn.Module<Tensor, Tensor> network,
        TaskBatch batch,
        int seed,
        SwitchedArithmetic arithmetic,
        BatchPass? pass)
    {
        (Architecture, Task, Network, Batch, Seed) = (architecture, task, network, batch, seed);
        (_arithmetic, _pass) = (arithmetic, pass);
        Weights = NetworkWeights.Of(network);
    }

    /// <summary>The architecture.</summary>
    public Architecture Architecture { get; }

    /// <summary>The task that the network has its head from.</summary>
    public ITrainingTask Task { get; }

    /// <summary>The whole network, head included.</summary>
    public nn.Module<Tensor, Tensor> Network { get; }

    /// <summary>The batch that the shared pass is made of.</summary>
    public TaskBatch Batch { get; }

    /// <summary>The seed of what the proxy draws.</summary>
    public int Seed { get; }

    /// <summary>
    /// The weights: parameters of two or more dimensions, which are those of convolutions and linear maps, also of edges that lie on no
    /// path.
    /// </summary>
    public IReadOnlyList<Parameter> Weights { get; }

    /// <summary>The network's output for the batch, without its graph (<see cref="ZeroCostNeeds.Forward"/>).</summary>
    public Tensor Output => Pass(ZeroCostNeeds.Forward).Output;

    /// <summary>
    /// Multiplications paired with an addition in convolutions, transposed convolutions and linear maps for one picture
    /// (<see cref="ZeroCostNeeds.Forward"/>).
    /// </summary>
    public long MultiplyAdds => Pass(ZeroCostNeeds.Forward).MultiplyAdds;

    /// <summary>
    /// For each two pictures the number of rectified units that are on for both or off for both: batch × batch, in 64 bits
    /// (<see cref="ZeroCostNeeds.ActivationKernel"/>).
    /// </summary>
    public Tensor ActivationKernel => Pass(ZeroCostNeeds.ActivationKernel).ActivationKernel!;

    /// <summary>
    /// The gradient of the sum of all outputs with respect to each picture, batch × numbers of a picture
    /// (<see cref="ZeroCostNeeds.InputGradients"/>).
    /// </summary>
    public Tensor InputGradients => Pass(ZeroCostNeeds.InputGradients).InputGradients!;

    /// <summary>
    /// The gradient of the batch's loss with respect to each of <see cref="Weights"/>; null for those that take no part
    /// (<see cref="ZeroCostNeeds.WeightGradients"/>).
    /// </summary>
    public IReadOnlyList<Tensor?> WeightGradients => Pass(ZeroCostNeeds.WeightGradients).WeightGradients;

    /// <summary>
    /// For each layer that took part, its output times the gradient of the batch's loss with respect to it, summed over places: pictures ×
    /// channels, with the number of weights that a channel has (<see cref="ZeroCostNeeds.ChannelSaliencies"/>).
    /// </summary>
    public IReadOnlyList<(Tensor Saliency, long WeightsAChannel)> ChannelSaliencies =>
        Pass(ZeroCostNeeds.ChannelSaliencies).ChannelSaliencies;

    /// <summary>
    /// The Hessian of the batch's loss times its gradient, for each of <see cref="Weights"/>; null for those that take no part
    /// (<see cref="ZeroCostNeeds.HessianProducts"/>).
    /// </summary>
    public IReadOnlyList<Tensor?> HessianProducts => Pass(ZeroCostNeeds.HessianProducts).HessianProducts;

    /// <summary>
    /// A forward pass whose layers compute with other arithmetic: with other weights, without normalization, or watched. Weights and
    /// statistics of the network stay as they are. Layers that are not of a <see cref="LayerFactory"/> compute as ever.
    /// </summary>
    /// <param name="input">What goes into the network.</param>
    /// <param name="arithmetic">What its layers compute with.</param>
    public Tensor Run(Tensor input, LayerArithmetic arithmetic) => _arithmetic.Run(Network, input, arithmetic);

    private BatchPass Pass(ZeroCostNeeds need) => _pass is not null && _pass.Has(need)
        ? _pass
        : throw new InvalidOperationException($"The proxy does not name {need} in its needs.");
}
