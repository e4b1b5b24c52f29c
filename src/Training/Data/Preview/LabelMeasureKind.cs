namespace Surrogates.Training.Data.Preview;

/// <summary>What the numbers of a <see cref="LabelMeasure"/> are.</summary>
public enum LabelMeasureKind
{
    /// <summary>Any numbers.</summary>
    Value,

    /// <summary>Whole numbers.</summary>
    Count,

    /// <summary>Shares, 0 to 1.</summary>
    Share,
}
