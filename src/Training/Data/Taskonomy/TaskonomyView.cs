namespace Surrogates.Training.Data.Taskonomy;

/// <summary>A picture of a building, and which of their names its files of labels have.</summary>
/// <param name="Building">The building.</param>
/// <param name="Name">The point and the view, such as <c>point_1_view_0</c>.</param>
/// <param name="FileNames">For the picture and each kind of labels the name of the domain in the file's name.</param>
internal sealed record TaskonomyView(string Building, string Name, string[] FileNames);
