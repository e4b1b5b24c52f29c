using Surrogates.Trees;

namespace Microsoft.ML;

/// <summary>Adds extremely randomized trees to ML.NET's regression trainers.</summary>
public static class ExtraTreesCatalog
{
    /// <summary>Creates an <see cref="ExtraTreesRegressionTrainer"/>, which predicts a number and how sure it is.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="labelColumnName">The column of the label, a <see cref="float"/>.</param>
    /// <param name="featureColumnName">The column of the features, a vector of <see cref="float"/> of known size.</param>
    /// <param name="numberOfTrees">The number of trees.</param>
    /// <param name="minimumExampleCountPerLeaf">The fewest training rows in a leaf.</param>
    /// <example>
    /// <code>
    /// var pipeline = mlContext.Transforms.EncodeArchitecture("Features", "Architecture", SearchSpaces.Micro)
    ///     .Append(mlContext.Regression.Trainers.ExtraTrees(labelColumnName: "class_scene"));
    /// var model = pipeline.Fit(data);
    /// </code>
    /// </example>
    public static ExtraTreesRegressionTrainer ExtraTrees(
        this RegressionCatalog.RegressionTrainers catalog,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        int numberOfTrees = 100,
        int minimumExampleCountPerLeaf = 1) =>
        catalog.ExtraTrees(new ExtraTreesRegressionTrainer.Options
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = featureColumnName,
            NumberOfTrees = numberOfTrees,
            MinimumExampleCountPerLeaf = minimumExampleCountPerLeaf,
        });

    /// <summary>Creates an <see cref="ExtraTreesRegressionTrainer"/> from all its settings.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public static ExtraTreesRegressionTrainer ExtraTrees(
        this RegressionCatalog.RegressionTrainers catalog, ExtraTreesRegressionTrainer.Options options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        return new ExtraTreesRegressionTrainer(catalog, options);
    }
}
