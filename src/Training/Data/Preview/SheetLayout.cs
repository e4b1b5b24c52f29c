using System.Globalization;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Data.Preview;

/// <summary>Where everything lies on a sheet: a title, rows of cells, and what the colours mean.</summary>
internal sealed class SheetLayout
{
    private const int Margin = 28;
    private const int ColumnGap = 22;
    private const int RowGap = 22;
    private const int TitleScale = 3;
    private const int TitleHeight = (BitmapFont.Height * TitleScale) + 6;
    private const int HeadHeight = TitleHeight + (BitmapFont.Height * CellSize.TextScale) + 16;
    private const int KeyGap = 20;
    private const int SwatchSize = 16;
    private const int KeyHeight = SwatchSize + 10;
    private const int LeastWidth = 640;
    private const long MostPixels = 100_000_000;

    private readonly ImageSubset _images;
    private readonly ITrainingTask _task;
    private readonly LabelView _view;
    private readonly int[] _indices;
    private readonly CellSize _size;
    private readonly int _columns;
    private readonly IReadOnlyList<(SheetKey Key, int Left, int Top)> _keys;
    private readonly string? _setName;

    public SheetLayout(ImageSubset images, ITrainingTask task, LabelView view, int[] indices, ContactSheetOptions options)
    {
        (_images, _task, _view, _indices, _setName) = (images, task, view, indices, options.SetName);
        _size = CellSize.Of(images.Dataset, view, options.CellSize);
        _columns = Math.Min(options.Columns ?? ChooseColumns(), indices.Length);
        Width = Math.Max(GridWidth(_columns) + (2 * Margin), LeastWidth);
        _keys = [.. PlaceKeys(view.GetKeys(indices))];
        var keyHeight = _keys is [.., var last] ? KeyGap + last.Top + SwatchSize : 0;
        Height = Margin + HeadHeight + GridHeight(_columns) + keyHeight + Margin;
        if ((long)Width * Height > MostPixels)
        {
            throw new InputException(
                $"count {options.Count}: the sheet would have {Width}×{Height} pixels; at most {MostPixels} in all are drawn: "
                + "show fewer pictures, or smaller ones.");
        }
    }

    private int Width { get; }

    private int Height { get; }

    public Canvas Draw()
    {
        var canvas = new Canvas(Width, Height);
        DrawHead(canvas);
        for (var i = 0; i < _indices.Length; i++)
        {
            var left = Margin + (i % _columns * (_size.Width + ColumnGap));
            var top = Margin + HeadHeight + (i / _columns * (_size.Height + RowGap));
            _view.Draw(canvas, new SheetCell(left, top, _size), _indices[i]);
        }

        DrawKeys(canvas, Margin + HeadHeight + GridHeight(_columns) + KeyGap);
        return canvas;
    }

    private void DrawHead(Canvas canvas)
    {
        var data = _images.Dataset;
        var width = Width - (2 * Margin);
        canvas.TextWithin(Margin, Margin, width, $"{data.Name} · {_task.Name}", TitleScale, Rgb.Ink);
        var set = _setName is null ? "" : $"{_setName} ";
        string[] parts =
        [
            $"{Count(_indices.Length)} of {Count(_images.Count)} {set}images",
            $"{data.Width}×{data.Height} pixels",
            .. _view.Subject is { } subject ? [subject] : Array.Empty<string>(),
        ];
        canvas.TextWithin(Margin, Margin + TitleHeight, width, string.Join(" · ", parts), CellSize.TextScale, Rgb.Quiet);
    }

    private void DrawKeys(Canvas canvas, int top)
    {
        foreach (var (key, left, below) in _keys)
        {
            if (key.Color is { } color)
            {
                canvas.Fill(left, top + below, SwatchSize, SwatchSize, color);
            }
            else
            {
                SegmentView.Hatch(canvas, left, top + below, SwatchSize, SwatchSize);
            }

            canvas.Frame(left, top + below, SwatchSize, SwatchSize, Rgb.Hairline);
            canvas.Text(left + SwatchSize + 8, top + below + 1, Text(key), CellSize.TextScale, Rgb.Ink);
        }
    }

    // In one row as they are, in several in columns.
    private IEnumerable<(SheetKey Key, int Left, int Top)> PlaceKeys(IReadOnlyList<SheetKey> keys)
    {
        var room = Width - (2 * Margin) + ColumnGap;
        if (keys.Sum(key => KeyWidth(key) + ColumnGap) <= room)
        {
            var left = Margin;
            foreach (var key in keys)
            {
                yield return (key, left, 0);
                left += KeyWidth(key) + ColumnGap;
            }

            yield break;
        }

        var step = keys.Max(KeyWidth) + ColumnGap;
        var columns = Math.Max(1, room / step);
        foreach (var (i, key) in keys.Index())
        {
            yield return (key, Margin + (i % columns * step), i / columns * KeyHeight);
        }
    }

    private int KeyWidth(SheetKey key) => SwatchSize + 8 + BitmapFont.Measure(Text(key), CellSize.TextScale);

    private string Text(SheetKey key) => BitmapFont.Fit(key.Meaning, CellSize.TextScale, Width - (2 * Margin) - SwatchSize - 8);

    private int GridWidth(int columns) => (columns * (_size.Width + ColumnGap)) - ColumnGap;

    private int GridHeight(int columns) => ((_indices.Length + columns - 1) / columns * (_size.Height + RowGap)) - RowGap;

    // A sheet about one and a half times as wide as high, if possible with full rows.
    private int ChooseColumns() => Enumerable.Range(1, _indices.Length)
        .MinBy(columns => Math.Abs((2 * GridWidth(columns)) - (3 * GridHeight(columns)))
            + (_indices.Length % columns == 0 ? 0 : 3 * _size.Width));

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
