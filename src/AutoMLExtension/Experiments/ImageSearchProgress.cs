namespace Surrogates.AutoML.Experiments;

/// <summary>Where a search on images stands.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Share">The share of the stage that is done, from 0 to 1.</param>
/// <param name="Message">What has just been found, in words, or null.</param>
public sealed record ImageSearchProgress(ImageSearchStage Stage, double Share, string? Message = null);

/// <summary>The stages of a search on images.</summary>
public enum ImageSearchStage
{
    /// <summary>Zero-cost proxies of all networks, where they are asked for.</summary>
    Proxies,

    /// <summary>Short trainings.</summary>
    Trials,

    /// <summary>Full trainings of finalists and baseline, and the test of the winner.</summary>
    Confirmation,
}
