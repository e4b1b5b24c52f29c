using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>A batch as a network takes it.</summary>
/// <param name="Input">What goes into the network.</param>
/// <param name="Target">What its output is compared with.</param>
public sealed record TaskBatch(Tensor Input, Tensor Target);
