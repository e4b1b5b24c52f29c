namespace Surrogates.Training.Data;

/// <summary>Pictures alone, for tasks that make their own targets.</summary>
public sealed record NoLabels : ImageLabels
{
    internal static readonly NoLabels Instance = new();

    internal override ImageLabels Select(ReadOnlySpan<int> rows) => this;
}
