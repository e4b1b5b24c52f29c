using System.IO.Hashing;
using System.Text;
using Surrogates.Training.Data.Storage;

namespace Surrogates.Training.Data;

/// <summary>
/// Labels at every pixel: for each picture one or several planes of bytes of its own height and width. Where the pictures of a dataset
/// are too many for memory, so are these, and both lie in the same file.
/// </summary>
public abstract record DenseLabels : ImageLabels
{
    private PlaneView? _view;

    private protected DenseLabels(int planes) => Planes = planes;

    /// <summary>Planes a picture.</summary>
    public int Planes { get; }

    /// <summary>The value of pixels that nothing is known of: those of a picture that was shifted, at its edge.</summary>
    internal abstract byte Unknown { get; }

    /// <summary>The number of pictures.</summary>
    public int Count => View.Count;

    /// <summary>Rows a plane.</summary>
    public int Height => View.Height;

    /// <summary>Columns a plane.</summary>
    public int Width => View.Width;

    /// <summary>Whether the pixels are there.</summary>
    internal bool IsRead => _view is not null;

    private PlaneView View => _view ?? throw new InvalidOperationException("The labels have not been read.");

    /// <summary>Copies the labels of pictures side by side, in the order given.</summary>
    /// <param name="indices">Which pictures.</param>
    /// <param name="destination"><see cref="Planes"/> × <see cref="Height"/> × <see cref="Width"/> bytes a picture, row by row.</param>
    /// <exception cref="ArgumentException">The destination is of another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such picture.</exception>
    /// <exception cref="ObjectDisposedException">The dataset is disposed.</exception>
    public void Read(ReadOnlySpan<int> indices, Span<byte> destination) => View.Read(indices, destination);

    /// <summary>Changes what lies left to what lies right in the labels of one picture, after its pixels have changed places.</summary>
    internal virtual void OnMirrored(Span<byte> planes)
    {
    }

    /// <summary>What the labels are, apart from their pixels.</summary>
    private protected abstract string Describe();

    /// <summary>The same labels, which lie in a store beside the pictures.</summary>
    internal DenseLabels In(PlaneView view) => this with { _view = view };

    /// <summary>Labels that a user has in memory.</summary>
    private protected void Keep(int height, int width, ReadOnlySpan<byte> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var bytes = Planes * height * width;
        if (values.Length == 0 || values.Length % bytes != 0)
        {
            throw new ArgumentException($"{values.Length} bytes are not whole labels of {bytes}.", nameof(values));
        }

        var store = MemoryPictureStore.Of(values, bytes);
        _view = new PlaneView(store, [.. Enumerable.Range(0, values.Length / bytes)], offset: 0, Planes, height, width);
    }

    internal override ImageLabels Select(ReadOnlySpan<int> rows) => _view is null ? this : In(_view.Select(rows));

    internal override void AppendTo(XxHash128 hash, ReadOnlySpan<int> sample)
    {
        hash.Append(Encoding.UTF8.GetBytes(Describe()));
        var planes = new byte[Planes * Height * Width];
        foreach (var index in sample)
        {
            Read([index], planes);
            hash.Append(planes);
        }
    }

    internal override void Release() => _view?.Dispose();
}
