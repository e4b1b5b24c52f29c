using System.Collections.Immutable;

namespace Surrogates.Training.Data.Preview;

/// <summary>What is known of one picture, in words or in numbers.</summary>
/// <param name="Text">The class, or the permutation of a jigsaw; null where the label is no word.</param>
/// <param name="Values">
/// Numbers with their names: the targets, the probabilities of the up to three most probable classes, the shares of the classes of pixels,
/// the mean direction; empty where there are none.
/// </param>
public sealed record ImageLabel(string? Text, ImmutableArray<KeyValuePair<string, double>> Values)
{
    /// <summary>Nothing is known.</summary>
    internal static readonly ImageLabel None = new(null, []);
}
