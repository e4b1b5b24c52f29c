using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Networks;

/// <summary>Layers as loops over pixels in 64 bits, on one picture: channels × height × width.</summary>
internal static class NaiveLayers
{
    public static double[,,] ToArray(Tensor picture)
    {
        var (channels, height, width) = ((int)picture.size(0), (int)picture.size(1), (int)picture.size(2));
        var values = picture.contiguous().data<float>().ToArray();
        return Fill(channels, height, width, (channel, row, column) => values[(((channel * height) + row) * width) + column]);
    }

    public static double[,,] Fill(int channels, int height, int width, Func<int, int, int, double> value)
    {
        var result = new double[channels, height, width];
        for (var channel = 0; channel < channels; channel++)
        {
            for (var row = 0; row < height; row++)
            {
                for (var column = 0; column < width; column++)
                {
                    result[channel, row, column] = value(channel, row, column);
                }
            }
        }

        return result;
    }

    public static double[,,] Map(double[,,] picture, Func<int, double, double> map) =>
        Fill(
            picture.GetLength(0),
            picture.GetLength(1),
            picture.GetLength(2),
            (channel, row, column) => map(channel, picture[channel, row, column]));

    public static double[,,] Rectify(double[,,] picture) => Map(picture, (_, value) => Math.Max(0, value));

    public static double[,,] Add(double[,,] first, double[,,] second)
    {
        Assert.Equal(first.Length, second.Length);
        return Fill(
            first.GetLength(0),
            first.GetLength(1),
            first.GetLength(2),
            (channel, row, column) => first[channel, row, column] + second[channel, row, column]);
    }

    /// <summary>The picture moved up and left by a pixel; what comes in is 0.</summary>
    public static double[,,] Shift(double[,,] picture) => Fill(
        picture.GetLength(0),
        picture.GetLength(1),
        picture.GetLength(2),
        (channel, row, column) =>
            row + 1 < picture.GetLength(1) && column + 1 < picture.GetLength(2) ? picture[channel, row + 1, column + 1] : 0);

    public static double[,,] Concatenate(double[,,] first, double[,,] second)
    {
        var split = first.GetLength(0);
        return Fill(
            split + second.GetLength(0),
            first.GetLength(1),
            first.GetLength(2),
            (channel, row, column) => channel < split ? first[channel, row, column] : second[channel - split, row, column]);
    }

    public static double[,,] Convolve(double[,,] picture, Tensor weight, int stride)
    {
        var (outputs, inputs, kernel) = ((int)weight.size(0), (int)weight.size(1), (int)weight.size(2));
        Assert.Equal(inputs, picture.GetLength(0));
        var weights = weight.detach().contiguous().data<float>().ToArray();
        var (height, width) = (picture.GetLength(1), picture.GetLength(2));
        return Fill(outputs, (height + stride - 1) / stride, (width + stride - 1) / stride, (output, row, column) =>
        {
            var sum = 0.0;
            for (var input = 0; input < inputs; input++)
            {
                for (var i = 0; i < kernel; i++)
                {
                    for (var j = 0; j < kernel; j++)
                    {
                        var (y, x) = ((row * stride) + i - (kernel / 2), (column * stride) + j - (kernel / 2));
                        if (y >= 0 && y < height && x >= 0 && x < width)
                        {
                            sum += weights[(((((output * inputs) + input) * kernel) + i) * kernel) + j] * picture[input, y, x];
                        }
                    }
                }
            }

            return sum;
        });
    }

    public static double[,,] Normalize(double[,,] picture, Func<string, float[]> vector) => Map(picture, (channel, value) =>
        ((value - vector("running_mean")[channel]) / Math.Sqrt(vector("running_var")[channel] + 1e-5) * vector("weight")[channel])
        + vector("bias")[channel]);
}
