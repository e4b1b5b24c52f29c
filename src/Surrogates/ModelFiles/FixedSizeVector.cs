using Microsoft.ML;
using Microsoft.ML.Data;

namespace Surrogates.ModelFiles;

/// <summary>
/// Turns the vector of unknown size that a custom mapping writes into one of known size, which trainers ask for. A mapping's
/// class fixes its size at compile time, so the vector is cut into blocks of powers of two, largest first, and the blocks are
/// concatenated: any size, exactly.
/// </summary>
internal static class FixedSizeVector
{
    /// <summary>The hidden column of unknown size that is read.</summary>
    public const string Source = "__surrogates_vector";

    /// <summary>The longest vector.</summary>
    public const int MaximumLength = (1 << (MaximumBits + 1)) - 1;

    private const int MaximumBits = 13;

    /// <summary>A chain that writes the first <paramref name="length"/> numbers of <see cref="Source"/> to a column.</summary>
    public static IEstimator<ITransformer> Create(TransformsCatalog transforms, string outputColumn, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaximumLength);
        IEstimator<ITransformer>? chain = null;
        var blocks = new List<string>();
        for (var bit = MaximumBits; bit >= 0; bit--)
        {
            if ((length & (1 << bit)) != 0)
            {
                var block = CreateBlock(transforms, bit);
                chain = chain is null ? block : chain.Append(block);
                blocks.Add(BlockColumn(bit));
            }
        }

        return chain!
            .Append(transforms.Concatenate(outputColumn, [.. blocks]))
            .Append(transforms.DropColumns([.. blocks]));
    }

    private static string BlockColumn(int bit) => $"__surrogates_block{bit}";

    private static IEstimator<ITransformer> CreateBlock(TransformsCatalog transforms, int bit)
    {
        // The size stands in the schema here; on reload, ML.NET takes it from the mapping's own class, so each size has one.
        return bit switch
        {
            0 => transforms.CustomMapping(BlockMapping0.Map, BlockMapping0.Contract),
            1 => transforms.CustomMapping(BlockMapping1.Map, BlockMapping1.Contract),
            2 => transforms.CustomMapping(BlockMapping2.Map, BlockMapping2.Contract),
            3 => transforms.CustomMapping(BlockMapping3.Map, BlockMapping3.Contract),
            4 => transforms.CustomMapping(BlockMapping4.Map, BlockMapping4.Contract),
            5 => transforms.CustomMapping(BlockMapping5.Map, BlockMapping5.Contract),
            6 => transforms.CustomMapping(BlockMapping6.Map, BlockMapping6.Contract),
            7 => transforms.CustomMapping(BlockMapping7.Map, BlockMapping7.Contract),
            8 => transforms.CustomMapping(BlockMapping8.Map, BlockMapping8.Contract),
            9 => transforms.CustomMapping(BlockMapping9.Map, BlockMapping9.Contract),
            10 => transforms.CustomMapping(BlockMapping10.Map, BlockMapping10.Contract),
            11 => transforms.CustomMapping(BlockMapping11.Map, BlockMapping11.Contract),
            12 => transforms.CustomMapping(BlockMapping12.Map, BlockMapping12.Contract),
            _ => transforms.CustomMapping(BlockMapping13.Map, BlockMapping13.Contract),
        };
    }

    /// <summary>Copies the block of size 2^bit: it stands behind the blocks of the larger powers in the source's length.</summary>
    internal static void CopyBlock(VBuffer<float> source, int bit, ref VBuffer<float> block)
    {
        var size = 1 << bit;
        var start = source.Length & ~((size << 1) - 1);
        var editor = VBufferEditor.Create(ref block, size);
        if (source.IsDense)
        {
            source.GetValues().Slice(start, size).CopyTo(editor.Values);
        }
        else
        {
            editor.Values.Clear();
            foreach (var (index, value) in source.Items())
            {
                if (index >= start && index < start + size)
                {
                    editor.Values[index - start] = value;
                }
            }
        }

        block = editor.Commit();
    }

    internal sealed class BlockInput
    {
        [ColumnName(Source)]
        [VectorType]
        public VBuffer<float> Vector { get; set; }
    }
}
