using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>A discriminator, trained in turn with the network whose output it judges.</summary>
/// <remarks>Goodfellow et al.: "Generative Adversarial Nets", NeurIPS 2014.</remarks>
public interface IAdversary : IDisposable
{
    /// <summary>The discriminator.</summary>
    nn.Module Network { get; }

    /// <summary>How the discriminator is optimized.</summary>
    OptimizerOptions Optimizer { get; }

    /// <summary>What is added to the network's loss.</summary>
    Tensor GetGeneratorLoss(Tensor output, TaskBatch batch);

    /// <summary>The discriminator's own loss.</summary>
    /// <param name="output">The network's output, detached.</param>
    /// <param name="batch">The batch.</param>
    Tensor GetLoss(Tensor output, TaskBatch batch);
}
