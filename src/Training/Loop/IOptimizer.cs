using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Loop;

/// <summary>Moves weights along their gradients.</summary>
internal interface IOptimizer : IDisposable
{
    /// <summary>One step.</summary>
    /// <param name="learningRate">The learning rate of the schedule.</param>
    void Step(double learningRate);

    /// <summary>What the optimizer remembers, a vector as long as the weights each.</summary>
    IReadOnlyList<Tensor> State { get; }

    /// <summary>Steps taken; set when a training is resumed.</summary>
    long Steps { get; set; }

    /// <summary>The optimizer of those options.</summary>
    static IOptimizer Create(OptimizerOptions options, FlatParameters parameters) => options switch
    {
        SgdOptions sgd => new NesterovOptimizer(sgd, parameters),
        AdamOptions adam => new AdamOptimizer(adam, parameters),
        _ => throw new ArgumentException($"There is no optimizer for {options.GetType().Name}.", nameof(options)),
    };
}
