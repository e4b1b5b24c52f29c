namespace Surrogates.Training.Loop;

/// <summary>The numbers that convolutions are computed with. Weights and statistics are always kept in 32 bits.</summary>
public enum Precision
{
    /// <summary>16-bit brain floats on a CUDA device that has them, 32-bit floats elsewhere.</summary>
    Auto,

    /// <summary>32-bit floats.</summary>
    Float32,

    /// <summary>16-bit brain floats: the range of 32 bits, the precision of 8.</summary>
    BFloat16,

    /// <summary>16-bit floats, with a loss that is scaled so that small gradients survive.</summary>
    Float16,
}
