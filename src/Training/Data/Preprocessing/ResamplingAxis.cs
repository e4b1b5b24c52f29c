namespace Surrogates.Training.Data.Preprocessing;

/// <summary>
/// How each of the pixels along one side of a result is made of those along the same side of the source: from
/// <see cref="First"/> on, as many as there are weights, which sum to <see cref="One"/> exactly.
/// </summary>
/// <remarks>
/// The weights are of the triangle filter, as wide as two pixels of the result or of the source, whichever are larger: bilinear
/// interpolation where a picture is enlarged, a weighted average of the area where it is reduced, the pixel itself where it stays.
/// </remarks>
internal sealed class ResamplingAxis
{
    public const int WeightBits = 16;
    public const uint One = 1u << WeightBits;

    private readonly uint[] _weights;
    private readonly int[] _starts;
    private readonly int[] _offsets;

    /// <summary>Maps the part of a source from <paramref name="start"/>, of a length in its pixels, to a number of pixels.</summary>
    public ResamplingAxis(int sourceLength, double start, double length, int count)
    {
        var scale = length / count;
        var reach = Math.Max(1, scale);
        _starts = new int[count];
        _offsets = new int[count + 1];
        var weights = new List<uint>();
        Span<double> triangle = new double[(2 * (int)Math.Ceiling(reach)) + 2];
        for (var i = 0; i < count; i++)
        {
            var centre = start + ((i + 0.5) * scale);
            var first = Math.Max(0, (int)Math.Floor(centre - reach));
            var end = Math.Min(sourceLength, (int)Math.Ceiling(centre + reach));
            var sum = 0.0;
            for (var j = first; j < end; j++)
            {
                triangle[j - first] = Math.Max(0, 1 - (Math.Abs(j + 0.5 - centre) / reach));
                sum += triangle[j - first];
            }

            // Each weight is the difference of two rounded partial sums: the last of them is One, whatever the rounding.
            _starts[i] = first;
            var (partial, before) = (0.0, 0u);
            for (var j = first; j < end; j++)
            {
                partial += triangle[j - first];
                var after = j == end - 1 ? One : Math.Min(One, (uint)Math.Round(partial / sum * One));
                weights.Add(after - before);
                before = after;
            }

            _offsets[i + 1] = weights.Count;
        }

        _weights = [.. weights];
    }

    /// <summary>The number of pixels of the result.</summary>
    public int Count => _starts.Length;

    /// <summary>The first pixel of the source that any of the result needs.</summary>
    public int SourceStart => _starts[0];

    /// <summary>The pixel of the source after the last that any of the result needs.</summary>
    public int SourceEnd => _starts[^1] + Weights(_starts.Length - 1).Length;

    /// <summary>The first pixel of the source that has a weight in a pixel of the result.</summary>
    public int First(int index) => _starts[index];

    /// <summary>The weights of that pixel and those after it.</summary>
    public ReadOnlySpan<uint> Weights(int index) => _weights.AsSpan(_offsets[index].._offsets[index + 1]);
}
