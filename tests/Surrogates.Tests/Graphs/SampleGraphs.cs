using Surrogates.Architectures;
using Surrogates.Encodings;
using Surrogates.Graphs;
using Surrogates.Tests.Architectures;

namespace Surrogates.Tests.Graphs;

/// <summary>Architectures of a space as rows that begin with a graph.</summary>
internal sealed record SampleGraphs(IReadOnlyList<Architecture> Architectures, float[] Rows, int Width, GraphLayout Layout)
{
    /// <summary>Random architectures, and what a part of the encoding writes of them.</summary>
    public static SampleGraphs Of(string space, int count, ArchitectureEncoding? encoding = null)
    {
        var under = SpaceUnderTest.Named(space).Space;
        var random = new Random(3);
        return Of([.. Enumerable.Range(0, count).Select(_ => under.Sample(random))], encoding);
    }

    public static SampleGraphs Of(IReadOnlyList<Architecture> architectures, ArchitectureEncoding? encoding = null)
    {
        var encoder = (encoding ?? new ArchitectureEncoding().Graph()).For(architectures[0].Space);
        float[] rows = [.. architectures.SelectMany(encoder.Encode)];
        var width = encoder.FeatureNames.Count;
        return new SampleGraphs(architectures, rows, width, GraphLayout.TryRead(rows.AsSpan(0, width))!.Value);
    }

    public ReadOnlySpan<float> Row(int row) => Rows.AsSpan(row * Width, Width);

    /// <summary>Hands features on as they are but for a power of two, so that none is cut.</summary>
    public GraphScaling Unscaled()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Layout.Nodes);
        writer.Write(Layout.NodeFeatures);
        foreach (var columns in (int[])[Layout.NodeFeatures, Width - Layout.Width])
        {
            writer.Write(columns);
            for (var column = 0; column < columns; column++)
            {
                writer.Write(column);
                writer.Write(0f);
                writer.Write(1 / Unit);
            }
        }

        bytes.Position = 0;
        return GraphScaling.Read(new BinaryReader(bytes), Width);
    }

    /// <summary>What <see cref="Unscaled"/> divides by.</summary>
    public const float Unit = 1024;
}
