using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Surrogates.Benchmarks;

/// <summary>Named columns of numbers, one row an architecture; NaN where there is no number. Never changes.</summary>
internal sealed class NumericColumns
{
    private readonly double[][] _columns;
    private readonly Dictionary<string, int> _rowOf;
    private readonly Dictionary<string, int> _columnOf;

    /// <summary>Takes ownership of the arrays.</summary>
    public NumericColumns(string[] architectures, string[] names, double[][] columns)
    {
        Architectures = architectures;
        Names = names;
        _columns = columns;
        if (names.Length != columns.Length)
        {
            throw new ArgumentException($"{names.Length} names for {columns.Length} columns.", nameof(columns));
        }

        if (Array.Find(columns, column => column.Length != architectures.Length) is { } odd)
        {
            throw new ArgumentException($"A column of {odd.Length} values for {architectures.Length} architectures.", nameof(columns));
        }

        _rowOf = IndexByName(architectures, nameof(architectures));
        _columnOf = IndexByName(names, nameof(names));
    }

    public string[] Architectures { get; }

    public string[] Names { get; }

    public int RowOf(string architecture) => _rowOf.GetValueOrDefault(architecture, -1);

    public int ColumnOf(string name) => _columnOf.GetValueOrDefault(name, -1);

    public double[] Column(int index) => _columns[index];

    public NumericColumns WithColumns(int[] indices) =>
        new(Architectures, Array.ConvertAll(indices, i => Names[i]), Array.ConvertAll(indices, i => _columns[i]));

    /// <summary>The given rows of each column; NaN for the row −1.</summary>
    public double[][] Gather(int[] rows) =>
        Array.ConvertAll(_columns, column => Array.ConvertAll(rows, row => row < 0 ? double.NaN : column[row]));

    /// <summary>SHA-256 of names, architectures and values, whatever the order of rows and columns.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = SortedIndices(Architectures);
        AppendTexts(hash, rows, Architectures);
        var columns = SortedIndices(Names);
        AppendTexts(hash, columns, Names);
        var buffer = new byte[rows.Length * sizeof(double)];
        foreach (var column in columns)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                var value = _columns[column][rows[i]];
                // One bit pattern for every NaN and for both zeros: they mean the same here.
                var canonical = double.IsNaN(value) ? double.NaN : value == 0 ? 0.0 : value;
                BinaryPrimitives.WriteDoubleLittleEndian(buffer.AsSpan(i * sizeof(double)), canonical);
            }

            hash.AppendData(buffer);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Dictionary<string, int> IndexByName(string[] names, string parameter)
    {
        var index = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(names[i]))
            {
                throw new ArgumentException("A name is empty.", parameter);
            }

            if (!index.TryAdd(names[i], i))
            {
                throw new ArgumentException($"{Quoted.Show(names[i])} appears twice.", parameter);
            }
        }

        return index;
    }

    private static int[] SortedIndices(string[] names)
    {
        var indices = Enumerable.Range(0, names.Length).ToArray();
        Array.Sort(indices, (a, b) => string.CompareOrdinal(names[a], names[b]));
        return indices;
    }

    private static void AppendTexts(IncrementalHash hash, int[] order, string[] names)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, order.Length);
        hash.AppendData(length);
        foreach (var i in order)
        {
            var bytes = Encoding.UTF8.GetBytes(names[i]);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
    }
}
