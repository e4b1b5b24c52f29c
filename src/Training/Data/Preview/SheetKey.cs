namespace Surrogates.Training.Data.Preview;

/// <summary>What a colour of a sheet means.</summary>
/// <param name="Color">The colour; null for hatching.</param>
/// <param name="Meaning">What it means.</param>
internal sealed record SheetKey(Rgb? Color, string Meaning);
