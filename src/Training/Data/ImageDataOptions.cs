namespace Surrogates.Training.Data;

/// <summary>How pictures are read and split.</summary>
public sealed record ImageDataOptions
{
    /// <summary>The largest <see cref="Size"/>.</summary>
    public const int MaximumSize = 4096;

    /// <summary>The size that files are read at where none is given.</summary>
    public const int DefaultFileSize = 64;

    /// <summary>
    /// The side in pixels of the squares that pictures are brought to: their shorter side is scaled to it and the centre is kept;
    /// 1 to <see cref="MaximumSize"/>. Null, the default, takes <see cref="DefaultFileSize"/> for image files, and for IDX files the
    /// size that they hold.
    /// </summary>
    public int? Size { get; init; }

    /// <summary>
    /// Whether pictures that cannot be read are left out and listed in <see cref="ImageDataset.Skipped"/>; false, the default,
    /// refuses the dataset at the first of them. A view of Taskonomy that lacks a file of labels that others have is such a picture.
    /// </summary>
    public bool SkipBad { get; init; }

    /// <summary>Seeds the splits; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// The most pictures to train and validate with: from those that are not test, as many are drawn by seed, with each class in its
    /// proportion; the others are not read at all. 2 or more; null, the default, takes all.
    /// </summary>
    public int? MaximumImages { get; init; }

    /// <summary>
    /// The share of the pictures that are not test to validate with, where the data do not come with a validation set; 0 to .9,
    /// default .2.
    /// </summary>
    public double ValidationShare { get; init; } = 0.2;

    /// <summary>The share of all pictures to test with, where the data do not come with a test set; 0 to .9, default .2.</summary>
    public double TestShare { get; init; } = 0.2;

    /// <summary>
    /// The most bytes of decoded pictures to keep in memory; 0 or more. Beyond it they are kept in a scratch file that the process
    /// maps. Null, the default, takes a quarter of the memory that is available to the process.
    /// </summary>
    public long? MemoryBudgetBytes { get; init; }

    /// <summary>The folder of the scratch file; null, the default, takes the system's folder of temporary files.</summary>
    public string? ScratchFolder { get; init; }

    /// <summary>The most files that are decoded at a time; 1 or more. Null, the default, takes the number of processor cores.</summary>
    public int? Parallelism { get; init; }

    internal ImageDataOptions Validated()
    {
        if (Size is < 1 or > MaximumSize)
        {
            throw new InputException($"size {Size}: pictures are brought to squares of 1 to {MaximumSize} pixels a side.");
        }

        if (MaximumImages is < 2)
        {
            throw new InputException($"{MaximumImages} images at most: 2 or more are needed to train.");
        }

        RequireShare(ValidationShare, "validation");
        RequireShare(TestShare, "test");
        ArgumentOutOfRangeException.ThrowIfNegative(MemoryBudgetBytes ?? 0, nameof(MemoryBudgetBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(Parallelism ?? 1, 1, nameof(Parallelism));
        return this;
    }

    internal long MemoryBudget => MemoryBudgetBytes ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4;

    internal int ParallelJobs => Parallelism ?? Environment.ProcessorCount;

    private static void RequireShare(double share, string name)
    {
        if (!(share is >= 0 and <= 0.9))
        {
            throw new InputException(string.Create(null, $"{name} share {share}: a share is 0 to 0.9, such as 0.2."));
        }
    }
}
