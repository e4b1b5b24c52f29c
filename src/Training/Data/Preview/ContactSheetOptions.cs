namespace Surrogates.Training.Data.Preview;

/// <summary>How a contact sheet is laid out.</summary>
public sealed record ContactSheetOptions
{
    /// <summary>The largest <see cref="Count"/>.</summary>
    public const int MaximumCount = 1000;

    /// <summary>How many pictures are shown, 1 to <see cref="MaximumCount"/>; all where there are fewer. Default 24.</summary>
    public int Count { get; init; } = 24;

    /// <summary>Pictures side by side, 1 or more; null, the default, takes as many as make the sheet a little wider than high.</summary>
    public int? Columns { get; init; }

    /// <summary>
    /// Pictures are enlarged by the largest whole number that keeps their longer side within so many pixels, 16 to 1024; larger pictures
    /// stay as they are. Default 192.
    /// </summary>
    public int CellSize { get; init; } = 192;

    /// <summary>Seeds which pictures are shown. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What the pictures are called below the title, such as <c>training</c>; null, the default, says just how many.</summary>
    public string? SetName { get; init; }

    internal ContactSheetOptions Validated()
    {
        OptionRange.Require(Count is >= 1 and <= MaximumCount, "count", Count, $"1 to {MaximumCount}");
        OptionRange.Require(Columns is null or >= 1, "columns", Columns, "1 or more");
        OptionRange.Require(CellSize is >= 16 and <= 1024, "cell size", CellSize, "16 to 1024");
        return this;
    }
}
