namespace Surrogates.Training;

/// <summary>Refuses options out of their range in one line.</summary>
internal static class OptionRange
{
    /// <summary>Refuses a value that does not hold what its option asks for.</summary>
    /// <param name="holds">Whether it does.</param>
    /// <param name="name">What the value is.</param>
    /// <param name="value">The value.</param>
    /// <param name="range">What would be right.</param>
    /// <exception cref="InputException">It does not.</exception>
    public static void Require(bool holds, string name, object? value, string range)
    {
        if (!holds)
        {
            throw new InputException(FormattableString.Invariant($"{name}: {value} is not {range}."));
        }
    }
}
