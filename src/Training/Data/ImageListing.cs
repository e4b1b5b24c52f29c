namespace Surrogates.Training.Data;

/// <summary>What was found at a path: images, labels, and which part an image belongs to.</summary>
/// <param name="Name">Where.</param>
/// <param name="Source">The images.</param>
/// <param name="Labels">Their labels.</param>
/// <param name="Parts">For each image the part that the data itself puts it in.</param>
internal sealed record ImageListing(string Name, IImageSource Source, ImageLabels Labels, ImagePart[] Parts);

/// <summary>A part of a data set.</summary>
internal enum ImagePart
{
    /// <summary>Not yet decided.</summary>
    Any,

    /// <summary>For training, or for validation where there is nothing else for it.</summary>
    Train,

    /// <summary>For validation.</summary>
    Validation,

    /// <summary>For testing.</summary>
    Test,
}
