namespace Surrogates.Training.Tasks;

/// <summary>A set of defaults.</summary>
public enum TrainingPreset
{
    /// <summary>Small pictures, hundreds to tens of thousands of them, a CPU.</summary>
    Small,

    /// <summary>The protocol of TransNAS-Bench-101.</summary>
    TransNas,
}
