namespace Surrogates.Training.Tasks;

/// <summary>Protocols that tasks share.</summary>
internal static class Protocols
{
    /// <summary>For small pictures, thousands of them, on a CPU; see docs/training.md for how it was chosen.</summary>
    public static TrainingProtocol Small { get; } = new()
    {
        Optimizer = new SgdOptions { LearningRate = .1, WeightDecay = 5e-4 },
        Epochs = 40,
        BatchSize = 64,
        WarmUpEpochs = 1,
        GradientLimit = 1,
        LabelSmoothing = .1,
        Augmentation = new Augmentation { MirrorsHorizontally = true, Shift = .04 },
    };

    /// <summary>
    /// TransNAS-Bench-101's protocol for tasks with a linear head: Duan et al., CVPR 2021, and the code published with it.
    /// </summary>
    public static TrainingProtocol TransNas(int epochs) => new()
    {
        Optimizer = new SgdOptions { LearningRate = .1, WeightDecay = 5e-4 },
        Epochs = epochs,
        BatchSize = 128,
        Augmentation = new Augmentation { MirrorsHorizontally = true, Brightness = .2, Contrast = .2, Saturation = .2, Hue = .1 },
    };
}
