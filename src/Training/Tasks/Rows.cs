using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>Rows of labels as tensors.</summary>
internal static class Rows
{
    /// <summary>The given rows of a matrix that is stored row by row.</summary>
    public static Tensor Gather(Device device, ReadOnlySpan<float> matrix, int columns, ReadOnlySpan<int> rows)
    {
        var gathered = new float[rows.Length * columns];
        for (var i = 0; i < rows.Length; i++)
        {
            matrix.Slice(rows[i] * columns, columns).CopyTo(gathered.AsSpan(i * columns));
        }

        return Tensors.Of(device, gathered, rows.Length, columns);
    }
}
