using Surrogates.Architectures;
using Surrogates.Training.Networks.Families;
using Surrogates.Training.Networks.Layers;

namespace Surrogates.Training.Networks;

/// <summary>Builds the networks of architectures.</summary>
public static class Backbones
{
    private static readonly IBackboneFamily[] Families = [new MicroFamily(), new MacroFamily(), new StagedCellFamily()];

    /// <summary>
    /// Whether architectures of that space can be built: TransNAS micro and macro, NAS-Bench-201, and cells of the user's own.
    /// </summary>
    public static bool CanBuild(ISearchSpace space) => Families.Any(family => family.Builds(space));

    /// <summary>Builds an architecture's network, with new weights.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <param name="options">The network's size.</param>
    /// <param name="layers">Makes the layers, and decides the device.</param>
    /// <exception cref="InputException">
    /// Networks of that space cannot be built, or an operation is unknown, or a size is out of range.
    /// </exception>
    /// <example>
    /// <code>
    /// using var layers = new LayerFactory(torch.CPU, seed: 1);
    /// Backbone backbone = Backbones.Build(SearchSpaces.Micro.Parse("64-41414-3_33_333"), new NetworkOptions(), layers);
    /// </code>
    /// </example>
    public static Backbone Build(Architecture architecture, NetworkOptions options, LayerFactory layers)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(layers);
        options.Validate();
        return FindFamily(architecture.Space).Build(architecture, options, layers);
    }

    /// <summary>Refuses a space whose architectures cannot be built.</summary>
    /// <exception cref="InputException">They cannot.</exception>
    public static void RequireBuildable(ISearchSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        FindFamily(space);
    }

    private static IBackboneFamily FindFamily(ISearchSpace space) => Families.FirstOrDefault(family => family.Builds(space))
        ?? throw new InputException(
            $"'{space.Name}': networks of this space cannot be built; those of cells (micro, nasbench201, a space of "
            + "your own with \"cell\") and of macro can.");
}
