using Surrogates.Architectures;

namespace Surrogates.Models;

/// <summary>Predicts how architectures perform on a task. Safe for use from several threads.</summary>
public interface ISurrogate
{
    /// <summary>The search space whose architectures it predicts.</summary>
    ISearchSpace Space { get; }

    /// <summary>Predicts architectures of <see cref="Space"/>, in their order. Equal networks get equal predictions.</summary>
    IReadOnlyList<Prediction> Predict(IReadOnlyList<Architecture> architectures);
}
