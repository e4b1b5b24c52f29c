namespace Surrogates.Architectures.UserSpaces;

/// <summary>The cost of an architecture whose options say what each adds.</summary>
internal static class OptionCost
{
    /// <summary>The sum over the options taken, or null where no option says what it costs.</summary>
    public static ArchitectureCost? Sum(ReadOnlySpan<byte> choices, Func<int, IReadOnlyList<OptionDefinition>> options)
    {
        var (parameters, flops, known) = (0L, 0L, false);
        for (var i = 0; i < choices.Length; i++)
        {
            var option = options(i)[choices[i]];
            known |= options(i).Any(candidate => candidate.HasCost);
            parameters += option.Parameters ?? 0;
            flops += option.Flops ?? 0;
        }

        return known ? new ArchitectureCost(parameters, flops, flops) : null;
    }
}
