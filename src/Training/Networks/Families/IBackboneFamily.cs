using Surrogates.Architectures;
using Surrogates.Training.Networks.Layers;

namespace Surrogates.Training.Networks.Families;

/// <summary>How architectures of a kind of search space become networks.</summary>
internal interface IBackboneFamily
{
    /// <summary>Whether the family builds architectures of that space.</summary>
    bool Builds(ISearchSpace space);

    /// <summary>Builds an architecture.</summary>
    Backbone Build(Architecture architecture, NetworkOptions options, LayerFactory layers);
}
