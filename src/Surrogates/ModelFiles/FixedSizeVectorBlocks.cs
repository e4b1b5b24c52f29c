using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Surrogates.ModelFiles;

// One class a block size, for the size must be a constant of the class (see FixedSizeVector).

internal sealed class Block0
{
    [ColumnName("__surrogates_block0")]
    [VectorType(1 << 0)]
    public VBuffer<float> Vector { get; set; }
}

[CustomMappingFactoryAttribute(Contract)]
internal sealed class BlockMapping0 : CustomMappingFactory<FixedSizeVector.BlockInput, Block0>
{
    public const string Contract = "surrogates.block0.v1";

    public static readonly Action<FixedSizeVector.BlockInput, Block0> Map = (input, output) =>
    {
        var block = output.Vector;
        FixedSizeVector.CopyBlock(input.Vector, 0, ref block);
        output.Vector = block;
    };

    public override Action<FixedSizeVector.BlockInput, Block0> GetMapping() => Map;
}

internal sealed class Block1
{
    [ColumnName("__surrogates_block1")]
    [VectorType(1 << 1)]
    public VBuffer<float> Vector { get; set; }
}

[CustomMappingFactoryAttribute(Contract)]
internal sealed class BlockMapping1 : CustomMappingFactory<FixedSizeVector.BlockInput, Block1>
{
    public const string Contract = "surrogates.block1.v1";

    public static readonly Action<FixedSizeVector.BlockInput, Block1> Map = (input, output) =>
    {
        var block = output.Vector;
        FixedSizeVector.CopyBlock(input.Vector, 1, ref block);
        output.Vector = block;
    };

    public override Action<FixedSizeVector.BlockInput, Block1> GetMapping() => Map;
}

internal sealed class Block2
{
    [ColumnName("__surrogates_block2")]
    [VectorType(1 << 2)]
    public VBuffer<float> Vector { get; set; }
}

[CustomMappingFactoryAttribute(Contract)]
internal sealed class BlockMapping2 : CustomMappingFactory<FixedSizeVector.BlockInput, Block2>
{
    public const string Contract = "surrogates.block2.v1";

    public static readonly Action<FixedSizeVector.BlockInput, Block2> Map = (input, output) =>
    {
        var block = output.Vector;
        FixedSizeVector.CopyBlock(input.Vector, 2, ref block);
        output.Vector = block;
    };

    public override Action<FixedSizeVector.BlockInput, Block2> GetMapping() => Map;
}

internal sealed class Block3
{
    [ColumnName("__surrogates_block3")]
    [VectorType(1 << 3)]
    public VBuffer<float> Vector { get; set; }
}

[CustomMappingFactoryAttribute(Contract)]
internal sealed class BlockMapping3 : CustomMappingFactory<FixedSizeVector.BlockInput, Block3>
{
    public const string Contract = "surrogates.block3.v1";

    public static readonly Action<FixedSizeVector.BlockInput, Block3> Map = (input, output) =>
    {
        var block = output.Vector;
        FixedSizeVector.CopyBlock(input.Vector, 3, ref block);
        output.Vector = block;
    };

    public override Action<FixedSizeVector.BlockInput, Block3> GetMapping() => Map;
}

internal sealed class Block4
{
    [ColumnName("__surrogates_block4")]
    [VectorType(1 << 4)]
    public VBuffer<float> Vector { get; set; }
}

[CustomMappingFactoryAttribute(Contract)]
internal sealed class BlockMapping4 : CustomMappingFactory<FixedSizeVector.BlockInput, Block4>
{
    public const string Contract = "surrogates.block4.v1";

    public static readonly Action<FixedSizeVector.BlockInput, Block4> Map = (input, output) =>
    {
        var block = output.Vector;
        FixedSizeVector.CopyBlock(input.Vector, 4, ref block);
        output.Vector = block;
    };

    public override Action<FixedSizeVector.BlockInput, Block4> GetMapping() => Map;
}

internal sealed class Block5
{
    [ColumnName("__surrogates_block5")]
    [VectorType(1 << 5)]
    public VBuffer<float> Vector { get; set; }
}

[CustomMappingFactoryAttribute(Contract)]
internal sealed class BlockMapping5 : CustomMappingFactory<FixedSizeVector.BlockInput, Block5>
{
    public const string Contract = "surrogates.block5.v1";

    public static readonly Action<FixedSizeVector.BlockInput, Block5> Map = (input, output) =>
    {
        var block = output.Vector;
        FixedSizeVector.CopyBlock(input.Vector, 5, ref block);
        output.Vector = block;
    };

    public override Action<FixedSizeVector.BlockInput, Block5> GetMapping() => Map;
}

internal sealed class Block6
{
    [ColumnName("__surrogates_block6")]
    [VectorType(1 << 6)]
    public VBuffer<float> Vector { get; set; }
}

[CustomMappingFactoryAttribute(Contract)]
internal sealed class BlockMapping6 : CustomMappingFactory<FixedSizeVector.BlockInput, Block6>
{
    public const string Contract = "surrogates.block6.v1";

    public static readonly Action<FixedSizeVector.BlockInput, Block6> Map = (input, output) =>
    {
        var block = output.Vector;
        FixedSizeVector.CopyBlock(input.Vector, 6, ref block);
        output.Vector = block;
    };

    public override Action<FixedSizeVector.BlockInput, Block6> GetMapping() => Map;
}

internal sealed class Block7
{
    [ColumnName("__surrogates_block7")]
    [VectorType(1 << 7)]
    public VBuffer<float> Vector { get; set; }
}

[CustomMappingFactoryAttribute(Contract)]
internal sealed class BlockMapping7 : CustomMappingFactory<FixedSizeVector.BlockInput, Block7>
{
    public const string Contract = "surrogates.block7.v1";

    public static readonly Action<FixedSizeVector.BlockInput, Block7> Map = (input, output) =>
    {
        var block = output.Vector;
        FixedSizeVector.CopyBlock(input.Vector, 7, ref block);
        output.Vector = block;
    };

    public override Action<FixedSizeVector.BlockInput, Block7> GetMapping() => Map;
}

internal sealed class Block8
{
    [ColumnName("__surrogates_block8")]
    [VectorType(1 << 8)]
    public VBuffer<float> Vector { get; set; }
}

[CustomMappingFactoryAttribute(Contract)]
internal sealed class BlockMapping8 : CustomMappingFactory<FixedSizeVector.BlockInput, Block8>
{
    public const string Contract = "surrogates.block8.v1";

    public static readonly Action<FixedSizeVector.BlockInput, Block8> Map = (input, output) =>
    {
        var block = output.Vector;
        FixedSizeVector.CopyBlock(input.Vector, 8, ref block);
        output.Vector = block;
    };

    public override Action<FixedSizeVector.BlockInput, Block8> GetMapping() => Map;
}

internal sealed class Block9
{
    [ColumnName("__surrogates_block9")]
    [VectorType(1 << 9)]
    public VBuffer<float> Vector { get; set; }
}

[CustomMappingFactoryAttribute(Contract)]
internal sealed class BlockMapping9 : CustomMappingFactory<FixedSizeVector.BlockInput, Block9>
{
    public const string Contract = "surrogates.block9.v1";

    public static readonly Action<FixedSizeVector.BlockInput, Block9> Map = (input, output) =>
    {
        var block = output.Vector;
        FixedSizeVector.CopyBlock(input.Vector, 9, ref block);
        output.Vector = block;
    };

    public override Action<FixedSizeVector.BlockInput, Block9> GetMapping() => Map;
}

internal sealed class Block10
{
    [ColumnName("__surrogates_block10")]
    [VectorType(1 << 10)]
    public VBuffer<float> Vector { get; set; }
}

[CustomMappingFactoryAttribute(Contract)]
internal sealed class BlockMapping10 : CustomMappingFactory<FixedSizeVector.BlockInput, Block10>
{
    public const string Contract = "surrogates.block10.v1";

    public static readonly Action<FixedSizeVector.BlockInput, Block10> Map = (input, output) =>
    {
        var block = output.Vector;
        FixedSizeVector.CopyBlock(input.Vector, 10, ref block);
        output.Vector = block;
    };

    public override Action<FixedSizeVector.BlockInput, Block10> GetMapping() => Map;
}

internal sealed class Block11
{
    [ColumnName("__surrogates_block11")]
    [VectorType(1 << 11)]
    public VBuffer<float> Vector { get; set; }
}

[CustomMappingFactoryAttribute(Contract)]
internal sealed class BlockMapping11 : CustomMappingFactory<FixedSizeVector.BlockInput, Block11>
{
    public const string Contract = "surrogates.block11.v1";

    public static readonly Action<FixedSizeVector.BlockInput, Block11> Map = (input, output) =>
    {
        var block = output.Vector;
        FixedSizeVector.CopyBlock(input.Vector, 11, ref block);
        output.Vector = block;
    };

    public override Action<FixedSizeVector.BlockInput, Block11> GetMapping() => Map;
}

internal sealed class Block12
{
    [ColumnName("__surrogates_block12")]
    [VectorType(1 << 12)]
    public VBuffer<float> Vector { get; set; }
}

[CustomMappingFactoryAttribute(Contract)]
internal sealed class BlockMapping12 : CustomMappingFactory<FixedSizeVector.BlockInput, Block12>
{
    public const string Contract = "surrogates.block12.v1";

    public static readonly Action<FixedSizeVector.BlockInput, Block12> Map = (input, output) =>
    {
        var block = output.Vector;
        FixedSizeVector.CopyBlock(input.Vector, 12, ref block);
        output.Vector = block;
    };

    public override Action<FixedSizeVector.BlockInput, Block12> GetMapping() => Map;
}

internal sealed class Block13
{
    [ColumnName("__surrogates_block13")]
    [VectorType(1 << 13)]
    public VBuffer<float> Vector { get; set; }
}

[CustomMappingFactoryAttribute(Contract)]
internal sealed class BlockMapping13 : CustomMappingFactory<FixedSizeVector.BlockInput, Block13>
{
    public const string Contract = "surrogates.block13.v1";

    public static readonly Action<FixedSizeVector.BlockInput, Block13> Map = (input, output) =>
    {
        var block = output.Vector;
        FixedSizeVector.CopyBlock(input.Vector, 13, ref block);
        output.Vector = block;
    };

    public override Action<FixedSizeVector.BlockInput, Block13> GetMapping() => Map;
}
