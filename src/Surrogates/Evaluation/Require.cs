using System.Runtime.CompilerServices;

namespace Surrogates.Evaluation;

/// <summary>What the measures ask of their arguments.</summary>
internal static class Require
{
    public static void Numbers(ReadOnlySpan<double> values, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                throw new ArgumentException($"Value {i} is not a number.", name);
            }
        }
    }

    public static void Finite(ReadOnlySpan<double> values, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException($"Value {i} is {(double.IsNaN(values[i]) ? "not a number" : "infinite")}.", name);
            }
        }
    }

    public static void NotEmpty(ReadOnlySpan<double> values, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("There is no value.", name);
        }
    }

    public static void SameLength(int length, int other, string otherName)
    {
        if (length != other)
        {
            throw new ArgumentException($"There are {other} values where {length} were expected, one for each item.", otherName);
        }
    }

    public static void Paired(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        SameLength(predicted.Length, actual.Length, nameof(actual));
        Numbers(predicted);
        Numbers(actual);
    }
}
