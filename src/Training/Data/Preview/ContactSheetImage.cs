namespace Surrogates.Training.Data.Preview;

/// <summary>A picture of a contact sheet.</summary>
/// <param name="Index">Which picture of the dataset it is.</param>
/// <param name="Name">Where it is from: <see cref="ImageDataset.GetItemName"/>.</param>
/// <param name="Label">What is known of it.</param>
public sealed record ContactSheetImage(int Index, string Name, ImageLabel Label);
