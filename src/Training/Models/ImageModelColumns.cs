using Microsoft.ML.Data;

namespace Surrogates.Training.Models;

/// <summary>The columns that a trained network's ML.NET model reads and writes.</summary>
public static class ImageModelColumns
{
    /// <summary>In: a picture of any size, an <see cref="MLImage"/>.</summary>
    public const string Image = "Image";

    /// <summary>
    /// Out: a vector of <see cref="float"/>: the probability of each class in the order of the task's class names; for regression the
    /// targets; for an autoencoder the picture, channels × height × width.
    /// </summary>
    public const string Score = "Score";

    /// <summary>Out, for classification: the name of the likeliest class.</summary>
    public const string PredictedLabel = "PredictedLabel";
}
