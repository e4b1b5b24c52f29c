namespace Surrogates.Training.Data;

/// <summary>The labels of a data set's images, in the order of the images.</summary>
public abstract record ImageLabels
{
    /// <summary>The labels of some of the images.</summary>
    internal abstract ImageLabels Select(IReadOnlyList<int> indices);

    /// <summary>A number by which images are stratified: the class, or 0 where there are no classes.</summary>
    internal virtual int GetStratum(int index) => 0;

    /// <summary>The names of the strata.</summary>
    internal virtual IReadOnlyList<string> Strata => [""];
}

/// <summary>One class an image.</summary>
/// <param name="ClassNames">The classes.</param>
/// <param name="Classes">For each image the index of its class.</param>
public sealed record ClassLabels(IReadOnlyList<string> ClassNames, int[] Classes) : ImageLabels
{
    internal override IReadOnlyList<string> Strata => ClassNames;

    internal override ImageLabels Select(IReadOnlyList<int> indices) => this with { Classes = [.. indices.Select(index => Classes[index])] };

    internal override int GetStratum(int index) => Classes[index];
}

/// <summary>A probability a class and image.</summary>
/// <param name="ClassNames">The classes.</param>
/// <param name="Probabilities">Images × classes, row by row; a row sums to 1.</param>
public sealed record SoftLabels(IReadOnlyList<string> ClassNames, float[] Probabilities) : ImageLabels
{
    internal override IReadOnlyList<string> Strata => ClassNames;

    internal override ImageLabels Select(IReadOnlyList<int> indices) =>
        this with { Probabilities = Rows.Select(Probabilities, ClassNames.Count, indices) };

    internal override int GetStratum(int index)
    {
        var row = Probabilities.AsSpan(index * ClassNames.Count, ClassNames.Count);
        return row.IndexOf(System.Numerics.Tensors.TensorPrimitives.Max<float>(row));
    }
}

/// <summary>Numbers an image.</summary>
/// <param name="TargetNames">What the numbers are.</param>
/// <param name="Targets">Images × targets, row by row.</param>
public sealed record VectorLabels(IReadOnlyList<string> TargetNames, float[] Targets) : ImageLabels
{
    internal override ImageLabels Select(IReadOnlyList<int> indices) => this with { Targets = Rows.Select(Targets, TargetNames.Count, indices) };
}

/// <summary>Images without labels.</summary>
public sealed record NoLabels : ImageLabels
{
    internal override ImageLabels Select(IReadOnlyList<int> indices) => this;
}

file static class Rows
{
    public static float[] Select(float[] matrix, int columns, IReadOnlyList<int> rows)
    {
        var selected = new float[rows.Count * columns];
        for (var i = 0; i < rows.Count; i++)
        {
            matrix.AsSpan(rows[i] * columns, columns).CopyTo(selected.AsSpan(i * columns));
        }

        return selected;
    }
}
