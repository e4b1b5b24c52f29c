namespace Surrogates.Architectures;

/// <summary>What an architecture's network costs, counted by formula.</summary>
/// <param name="Parameters">Trainable numbers of the network, those of parts that do not reach the output included.</param>
/// <param name="MultiplyAdds">Multiplications paired with an addition in convolutions and linear layers, for one image.</param>
/// <param name="Flops">
/// Operations for one image as the benchmark of the space counts them, so that tabulated values compare. TransNAS-Bench-101
/// adds batch normalization, activation and pooling to the multiply-adds; NAS-Bench-201 does not.
/// </param>
public readonly record struct ArchitectureCost(long Parameters, long MultiplyAdds, long Flops);
