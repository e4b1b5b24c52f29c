using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;

namespace Surrogates.Training.Models;

/// <summary>
/// ML.NET hands images to a custom mapping only where the type of their column is registered, and an image's size is part of its type:
/// unknown after <c>LoadImages</c>, fixed after <c>ResizeImages</c>. The type of a class with an <see cref="ImageTypeAttribute"/>
/// registers itself.
/// </summary>
internal static class ImageTypes
{
    private const int LargestSquare = 1024;

    private static readonly Lazy<bool> Registered = new(() =>
    {
        try
        {
            DataViewTypeManager.Register(new ImageDataViewType(), typeof(MLImage), new ImageTypeAttribute());
        }
        catch (InvalidOperationException)
        {
            // Somebody else has registered it, in another way.
        }

        // As classes with the attribute do.
        for (var size = 1; size <= LargestSquare; size++)
        {
            new ImageTypeAttribute(size, size).Register();
        }

        return true;
    });

    /// <summary>Registers images of unknown size and square ones, once.</summary>
    public static void Register() => _ = Registered.Value;
}
