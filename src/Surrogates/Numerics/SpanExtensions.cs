namespace Surrogates.Numerics;

/// <summary>What spans of numbers are asked here.</summary>
internal static class SpanExtensions
{
    /// <summary>Whether one of the numbers is NaN.</summary>
    public static bool ContainsNaN(this ReadOnlySpan<float> numbers)
    {
        // A sum is NaN where a part is, or where infinities meet, which features do not have.
        var sum = 0f;
        foreach (var number in numbers)
        {
            sum += number * 0;
        }

        return float.IsNaN(sum);
    }
}
