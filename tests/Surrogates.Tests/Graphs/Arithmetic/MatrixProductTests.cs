using CsCheck;
using Surrogates.Graphs.Arithmetic;

namespace Surrogates.Tests.Graphs.Arithmetic;

public class MatrixProductTests
{
    private static readonly Gen<(int Rows, int Inputs, int Outputs)> Shapes = Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[1, 40]);

    [Fact]
    public void It_is_the_product_and_the_bias() => Products().Sample(product =>
    {
        var (shape, x, weights, bias) = product;
        var result = Compute(product);
        for (var row = 0; row < shape.Rows; row++)
        {
            for (var column = 0; column < shape.Outputs; column++)
            {
                double sum = bias[column];
                for (var i = 0; i < shape.Inputs; i++)
                {
                    sum += (double)x[(row * shape.Inputs) + i] * weights[(i * shape.Outputs) + column];
                }

                Assert.Equal(sum, result[(row * shape.Outputs) + column], 1e-5);
            }
        }
    }, iter: 60);

    [Fact]
    public void A_row_is_the_same_to_the_last_bit_whatever_stands_in_the_others() => Products().Sample(product =>
    {
        var (shape, x, weights, bias) = product;
        var result = Compute(product);
        for (var row = 0; row < shape.Rows; row++)
        {
            float[] own = x[(row * shape.Inputs)..((row + 1) * shape.Inputs)];
            var alone = Compute(((1, shape.Inputs, shape.Outputs), own, weights, bias));
            Assert.Equal(
                alone.Select(BitConverter.SingleToInt32Bits),
                result[(row * shape.Outputs)..((row + 1) * shape.Outputs)].Select(BitConverter.SingleToInt32Bits));
        }
    }, iter: 60);

    [Fact]
    public void A_column_is_the_same_to_the_last_bit_whatever_tile_it_falls_in() => Products().Sample(product =>
    {
        var (shape, x, weights, bias) = product;
        var result = Compute(product);
        var column = shape.Outputs - 1;
        float[] own = [.. Enumerable.Range(0, shape.Inputs).Select(i => weights[(i * shape.Outputs) + column])];
        var alone = Compute(((shape.Rows, shape.Inputs, 1), x, own, [bias[column]]));
        Assert.Equal(alone, Enumerable.Range(0, shape.Rows).Select(row => result[(row * shape.Outputs) + column]));
    }, iter: 60);

    // What is left of a block in which no network can learn.
    [Fact]
    public void No_rows_have_no_product()
    {
        for (var outputs = 1; outputs <= 70; outputs++)
        {
            MatrixProduct.Compute([], new float[3 * outputs], new float[outputs], [], inputs: 3);
        }
    }

    [Fact]
    public void Matrices_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MatrixProduct.Compute(new float[5], new float[6], new float[2], new float[4], inputs: 3));
        Assert.Throws<ArgumentException>(() => MatrixProduct.Compute(new float[6], new float[5], new float[2], new float[4], inputs: 3));
        Assert.Throws<ArgumentException>(() => MatrixProduct.Compute(new float[6], new float[6], new float[2], new float[5], inputs: 3));
    }

    private static Gen<((int Rows, int Inputs, int Outputs) Shape, float[] X, float[] Weights, float[] Bias)> Products() =>
        Shapes.SelectMany(shape => Gen.Select(
            Gen.Const(shape), Numbers(shape.Rows * shape.Inputs), Numbers(shape.Inputs * shape.Outputs), Numbers(shape.Outputs)));

    private static Gen<float[]> Numbers(int count) => Gen.Float[-1, 1].Array[count];

    private static float[] Compute(((int Rows, int Inputs, int Outputs) Shape, float[] X, float[] Weights, float[] Bias) product)
    {
        var result = new float[product.Shape.Rows * product.Shape.Outputs];
        Array.Fill(result, float.NaN);
        MatrixProduct.Compute(product.X, product.Weights, product.Bias, result, product.Shape.Inputs);
        return result;
    }
}
