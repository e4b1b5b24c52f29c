namespace Surrogates.Training.Data.Splitting;

/// <summary>Which pictures come into which set; each list ascending, no picture in two.</summary>
internal sealed record SplitPlan(int[] Train, int[] Validation, int[] Test)
{
    /// <summary>All of them, ascending.</summary>
    public int[] Used { get; } = [.. Train.Concat(Validation).Concat(Test).Order()];
}
