namespace Surrogates.ModelFiles;

/// <summary>The columns that a surrogate's ML.NET model reads and writes.</summary>
public static class ScoringColumns
{
    /// <summary>In: an architecture's text.</summary>
    public const string Architecture = "Architecture";

    /// <summary>Between: the features that the text is turned into.</summary>
    public const string Features = "Features";

    /// <summary>Out: the expected value, a <see cref="float"/>, as ML.NET's regression names it.</summary>
    public const string Score = "Score";

    /// <summary>Out: the standard deviation of the true value about the score, a <see cref="float"/>.</summary>
    public const string StandardDeviation = "ScoreStandardDeviation";
}
