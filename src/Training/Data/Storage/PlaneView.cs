namespace Surrogates.Training.Data.Storage;

/// <summary>Some of the planes of the pictures in a store.</summary>
/// <param name="store">The store.</param>
/// <param name="slots">For each picture its slot.</param>
/// <param name="offset">Where in a slot the planes begin.</param>
/// <param name="planes">How many planes.</param>
/// <param name="height">Rows a plane.</param>
/// <param name="width">Columns a plane.</param>
internal sealed class PlaneView(PictureStore store, int[] slots, int offset, int planes, int height, int width) : IDisposable
{
    public int Count => slots.Length;

    public int Height => height;

    public int Width => width;

    private int Bytes => planes * height * width;

    /// <summary>Copies the planes of pictures side by side.</summary>
    public void Read(ReadOnlySpan<int> indices, Span<byte> destination) =>
        store.Read(slots, indices, Bytes, destination, (stored, planes) => stored.Slice(offset, planes.Length).CopyTo(planes));

    /// <summary>The view of the given pictures.</summary>
    public PlaneView Select(ReadOnlySpan<int> rows)
    {
        var selected = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            selected[i] = slots[rows[i]];
        }

        return new PlaneView(store, selected, offset, planes, height, width);
    }

    public void Dispose() => store.Dispose();
}
