using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks.Decoders;

/// <summary>A <see cref="PatchDiscriminator"/> that is trained against a network that makes pictures.</summary>
/// <remarks>
/// It sees pictures alone, not what they were made from: where the network is to make the very picture that it is given, a look at both
/// would give the answer away. Isola et al., CVPR 2017: the generator maximizes log D, and the discriminator's loss is halved.
/// </remarks>
internal sealed class PatchAdversary : IAdversary
{
    private readonly double _weight;
    private readonly PatchDiscriminator _network;

    /// <summary>Creates an adversary.</summary>
    /// <param name="layers">Makes the layers.</param>
    /// <param name="pictureChannels">Channels of the pictures.</param>
    /// <param name="channels">Channels of the discriminator's first layer.</param>
    /// <param name="optimizer">How the discriminator is optimized.</param>
    /// <param name="weight">By which the generator's loss counts.</param>
    public PatchAdversary(LayerFactory layers, int pictureChannels, int channels, OptimizerOptions optimizer, double weight)
    {
        _network = new PatchDiscriminator(layers, pictureChannels, channels);
        _weight = weight;
        Optimizer = optimizer;
    }

    public nn.Module Network => _network;

    public OptimizerOptions Optimizer { get; }

    public Tensor GetGeneratorLoss(Tensor output, TaskBatch batch)
    {
        using var scope = NewDisposeScope();
        return LossOfReal(_network.call(output)).Times(_weight).MoveToOuterDisposeScope();
    }

    public Tensor GetLoss(Tensor output, TaskBatch batch)
    {
        using var scope = NewDisposeScope();
        return LossOfReal(_network.call(batch.Target)).Plus(LossOfReal(_network.call(output).neg())).Times(.5).MoveToOuterDisposeScope();
    }

    public void Dispose() => _network.Dispose();

    // −log σ(x), the binary cross-entropy where the answer is "real"; where it is "made", it is that of −x.
    private static Tensor LossOfReal(Tensor judgement)
    {
        using var scope = NewDisposeScope();
        return logaddexp(judgement.neg(), judgement.zeros_like()).mean().MoveToOuterDisposeScope();
    }
}
