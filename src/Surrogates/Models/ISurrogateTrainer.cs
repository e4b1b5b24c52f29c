using Surrogates.Architectures;
using Surrogates.Encodings;

namespace Surrogates.Models;

/// <summary>A kind of surrogate: learns to predict a task's values from an architecture's encoding.</summary>
/// <remarks>A new kind is one class and one line in <see cref="SurrogateTrainers"/>.</remarks>
public interface ISurrogateTrainer
{
    /// <summary>The name by which the kind is asked for.</summary>
    string Name { get; }

    /// <summary>One sentence that says what it is.</summary>
    string Description { get; }

    /// <summary>The features that it learns from unless told otherwise.</summary>
    ArchitectureEncoding DefaultEncodingFor(ISearchSpace space);

    /// <summary>Trains a surrogate; the same data and options give the same surrogate.</summary>
    /// <exception cref="InputException">There are too few values to learn from.</exception>
    Surrogate Fit(TrainingSet data, SurrogateOptions? options = null, CancellationToken cancellationToken = default);
}
