namespace Surrogates.Training.Data;

/// <summary>How images are read and split.</summary>
public sealed record ImageDataOptions
{
    /// <summary>Height and width that images are brought to, in pixels. Null: 64, and for IDX files their own.</summary>
    public int? Size { get; init; }

    /// <summary>Whether images that cannot be read are left out and counted, rather than refused. Default false.</summary>
    public bool SkipBad { get; init; }

    /// <summary>The seed of the split. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The most images to use beside those for testing, drawn class by class by the seed; null for all.</summary>
    public int? MaximumImages { get; init; }

    /// <summary>The share for validation of what is not for testing, where the data has no such part of its own. Default .2.</summary>
    public double ValidationShare { get; init; } = .2;

    /// <summary>The share for testing, where the data has no such part of its own. Default .2.</summary>
    public double TestShare { get; init; } = .2;

    /// <summary>
    /// The most bytes of decoded images to hold in memory; more are held in a scratch file. Default: a quarter of what is available.
    /// </summary>
    public long MemoryBudget { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4;

    /// <summary>The most images decoded at a time. Default one a processor. Results do not depend on it.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    internal void Validate()
    {
        Require(Size is null or (>= 8 and <= 4096), "size", Size, "8 to 4096 pixels");
        Require(MaximumImages is null or >= 4, "images", MaximumImages, "at least 4");
        Require(ValidationShare is > 0 and <= .5, "validation share", ValidationShare, "more than 0 and at most .5");
        Require(TestShare is > 0 and <= .5, "test share", TestShare, "more than 0 and at most .5");
    }

    private static void Require(bool holds, string name, object? value, string range)
    {
        if (!holds)
        {
            throw new InputException(FormattableString.Invariant($"{name}: {value} is not {range}."));
        }
    }
}
