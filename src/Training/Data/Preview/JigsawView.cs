using Surrogates.Numerics;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Data.Preview;

/// <summary>The nine tiles of a picture as the network sees them, in a drawn order, beside the picture.</summary>
internal sealed class JigsawView(ImageDataset data, JigsawTask task, int seed) : PictureView(data)
{
    private const int Side = 3;

    // Tiles have a deviation of 1; two and a half of them to each side of the middle grey fill the range.
    private const double Contrast = 51;

    public override int Panels => 2;

    public override int Lines => 1;

    public override string Subject => $"{task.ClassNames.Count} permutations";

    public override ImageLabel GetLabel(int index)
    {
        using var scope = NewDisposeScope();
        return new(GetOrder(CreateBatch(index)), []);
    }

    protected override void DrawLabel(Canvas canvas, SheetCell cell, int index)
    {
        using var scope = NewDisposeScope();
        var batch = CreateBatch(index);
        var order = GetOrder(batch);
        var (height, width) = ((int)batch.Input.size(3), (int)batch.Input.size(4));
        var values = batch.Input.contiguous().data<float>().ToArray();
        var tileValues = ImageDataset.Channels * height * width;

        // The tiles fill the panel with a gap between them, each in the middle of its place.
        var factor = cell.Size.Factor;
        canvas.Fill(cell.PanelLeft(1), cell.Top, cell.Size.PanelWidth, cell.Size.PanelHeight, Rgb.Shade);
        for (var place = 0; place < order.Length; place++)
        {
            var planes = Array.ConvertAll(values[(place * tileValues)..((place + 1) * tileValues)], ToByte);
            var left = cell.PanelLeft(1) + Middle(cell.Size.PanelWidth, place % Side, width * factor);
            var top = cell.Top + Middle(cell.Size.PanelHeight, place / Side, height * factor);
            canvas.Picture(left, top, planes, width, height, factor);
            DrawNumber(canvas, left, top, order[place].ToString());
        }

        DrawFrame(canvas, cell, panel: 1);
        DrawLine(canvas, cell, 0, $"permutation {order}");
    }

    private static int Middle(int length, int place, int tile) => ((((2 * place) + 1) * length / Side) - tile) / 2;

    private static byte ToByte(float value) => (byte)Math.Clamp(Math.Round(127.5 + (Contrast * value)), 0, byte.MaxValue);

    private static void DrawNumber(Canvas canvas, int left, int top, string number)
    {
        const int Margin = 2;
        canvas.Fill(left, top, BitmapFont.Measure(number, 1) + (2 * Margin), BitmapFont.CapHeight + (2 * Margin), Rgb.White);
        canvas.Text(left + Margin, top + Margin, number, 1, Rgb.Ink);
    }

    private string GetOrder(TaskBatch batch) => task.ClassNames[(int)batch.Target[0].item<long>()];

    private TaskBatch CreateBatch(int index)
    {
        var draw = SplitMix64.ForStream(seed, index).Next(int.MaxValue);
        var picture = Tensors.Of(CPU, ReadPicture(index), 1, ImageDataset.Channels, Data.Height, Data.Width);
        return task.CreateBatch(new ImageBatch(picture.to(ScalarType.Float32).DividedInPlace(255), Data.Labels, [index], [draw]));
    }
}
