using Surrogates.Graphs;

namespace Microsoft.ML;

/// <summary>Adds graph neural networks over architectures to ML.NET's regression trainers.</summary>
public static class ArchitectureGraphCatalog
{
    /// <summary>
    /// Creates an <see cref="ArchitectureGraphRegressionTrainer"/>, which predicts a number from an architecture's graph, and how sure it is.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="labelColumnName">The column of the label, a <see cref="float"/>.</param>
    /// <param name="featureColumnName">The column of the features, a vector of <see cref="float"/> of known size that begins with a graph.</param>
    /// <param name="numberOfNetworks">The number of networks that are averaged.</param>
    /// <param name="numberOfSteps">The number of steps of the optimizer; null takes as many as the rows ask for.</param>
    /// <example>
    /// <code>
    /// var encoding = ArchitectureEncoding.WithGraphFor(SearchSpaces.Micro);
    /// var pipeline = mlContext.Transforms.EncodeArchitecture("Features", "Architecture", SearchSpaces.Micro, encoding)
    ///     .Append(mlContext.Regression.Trainers.ArchitectureGraph(labelColumnName: "class_scene"));
    /// var model = pipeline.Fit(data);
    /// </code>
    /// </example>
    public static ArchitectureGraphRegressionTrainer ArchitectureGraph(
        this RegressionCatalog.RegressionTrainers catalog,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        int numberOfNetworks = 6,
        int? numberOfSteps = null) =>
        catalog.ArchitectureGraph(new ArchitectureGraphRegressionTrainer.Options
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = featureColumnName,
            NumberOfNetworks = numberOfNetworks,
            NumberOfSteps = numberOfSteps,
        });

    /// <summary>Creates an <see cref="ArchitectureGraphRegressionTrainer"/> from all its settings.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public static ArchitectureGraphRegressionTrainer ArchitectureGraph(
        this RegressionCatalog.RegressionTrainers catalog, ArchitectureGraphRegressionTrainer.Options options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        return new ArchitectureGraphRegressionTrainer(catalog, options);
    }
}
