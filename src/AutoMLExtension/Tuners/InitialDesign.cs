namespace Surrogates.AutoML.Tuners;

/// <summary>How the networks are chosen that come before a surrogate has anything to learn from.</summary>
public enum InitialDesign
{
    /// <summary>
    /// Networks that stand for all others: kernel herding over the features of those that can be listed, from a random first one.
    /// Where there are too many to list, as <see cref="Random"/>.
    /// </summary>
    /// <remarks>Chen, Welling, Smola: "Super-Samples from Kernel Herding", UAI 2010.</remarks>
    SpaceFilling,

    /// <summary>Uniformly at random.</summary>
    Random,
}
