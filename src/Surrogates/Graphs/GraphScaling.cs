namespace Surrogates.Graphs;

/// <summary>
/// Brings node features and attributes that vary among the training rows to mean 0 and variance 1, leaves out those that do not, and cuts what
/// lies far outside of what was seen.
/// </summary>
internal sealed class GraphScaling
{
    private const float Cut = 4;

    private readonly Column[] _node;
    private readonly Column[] _attributes;

    private GraphScaling(GraphLayout layout, Column[] node, Column[] attributes) => (Layout, _node, _attributes) = (layout, node, attributes);

    /// <summary>Where graphs stand in rows.</summary>
    public GraphLayout Layout { get; }

    /// <summary>The features of a node that vary.</summary>
    public int NodeFeatures => _node.Length;

    /// <summary>The attributes of a graph that vary.</summary>
    public int Attributes => _attributes.Length;

    /// <summary>The scaling of training rows.</summary>
    public static GraphScaling Fit(GraphLayout layout, ReadOnlySpan<float> rows, int width)
    {
        var node = new Moments(layout.NodeFeatures);
        var attributes = new Moments(width - layout.Width);
        for (var start = 0; start < rows.Length; start += width)
        {
            var row = rows.Slice(start, width);
            for (var i = layout.CountNodes(row) - 1; i >= 0; i--)
            {
                node.Add(layout.Node(row, i));
            }

            attributes.Add(row[layout.Width..]);
        }

        // Where no node feature varies, every graph is the same, and one number stands for it.
        var columns = node.Columns();
        return new GraphScaling(layout, columns.Length > 0 ? columns : [new Column(0, 0, 1)], attributes.Columns());
    }

    /// <summary>Writes a node's scaled features.</summary>
    public void ScaleNode(ReadOnlySpan<float> features, Span<float> scaled) => Scale(_node, features, scaled);

    /// <summary>Writes a graph's scaled attributes.</summary>
    public void ScaleAttributes(ReadOnlySpan<float> features, Span<float> scaled) => Scale(_attributes, features, scaled);

    public void Write(BinaryWriter writer)
    {
        writer.Write(Layout.Nodes);
        writer.Write(Layout.NodeFeatures);
        foreach (var columns in (ReadOnlySpan<Column[]>)[_node, _attributes])
        {
            writer.Write(columns.Length);
            foreach (var column in columns)
            {
                writer.Write(column.Index);
                writer.Write(column.Mean);
                writer.Write(column.Factor);
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="width">The number of features that a row has.</param>
    public static GraphScaling Read(BinaryReader reader, int width)
    {
        var layout = new GraphLayout(reader.ReadInt32(), reader.ReadInt32());
        if (!layout.IsValid || layout.Width > width)
        {
            throw new InvalidDataException($"graphs of {layout.Nodes} nodes with {layout.NodeFeatures} features in rows of {width}");
        }

        return new GraphScaling(layout, ReadColumns(1, layout.NodeFeatures), ReadColumns(0, width - layout.Width));

        Column[] ReadColumns(int fewest, int features)
        {
            var count = reader.ReadInt32();
            if (count < fewest || count > features)
            {
                throw new InvalidDataException($"{count} of {features} features are scaled");
            }

            var columns = new Column[count];
            for (var i = 0; i < count; i++)
            {
                columns[i] = new Column(reader.ReadInt32(), reader.ReadSingle(), reader.ReadSingle());
                if (columns[i].Index < 0 || columns[i].Index >= features)
                {
                    throw new InvalidDataException($"the scaled feature {columns[i].Index} of {features}");
                }
            }

            return columns;
        }
    }

    private static void Scale(Column[] columns, ReadOnlySpan<float> features, Span<float> scaled)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var (index, mean, factor) = columns[i];
            scaled[i] = Math.Clamp((features[index] - mean) * factor, -Cut, Cut);
        }
    }

    private readonly record struct Column(int Index, float Mean, float Factor);

    private sealed class Moments(int features)
    {
        private readonly double[] _means = new double[features];
        private readonly double[] _squares = new double[features];
        private int _count;

        public void Add(ReadOnlySpan<float> row)
        {
            _count++;
            for (var i = 0; i < row.Length; i++)
            {
                var difference = row[i] - _means[i];
                _means[i] += difference / _count;
                _squares[i] += difference * (row[i] - _means[i]);
            }
        }

        public Column[] Columns() =>
        [
            .. Enumerable.Range(0, features)
                .Where(i => _squares[i] > 1e-12 * _count * Math.Max(1, _means[i] * _means[i]))
                .Select(i => new Column(i, (float)_means[i], (float)(1 / Math.Sqrt(_squares[i] / _count)))),
        ];
    }
}
