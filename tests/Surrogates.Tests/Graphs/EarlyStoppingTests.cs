using Surrogates.Graphs;
using Surrogates.Torch;
using static TorchSharp.torch;

namespace Surrogates.Tests.Graphs;

public class EarlyStoppingTests
{
    public EarlyStoppingTests() => TorchRuntime.EnsureLoaded();

    [Fact]
    public void The_weights_of_the_best_ten_steps_are_kept_and_patience_ends()
    {
        using var scope = NewDisposeScope();
        using var stopping = new EarlyStopping(patience: 40);
        using var weights = Tensors.Zeros(CPU, 1);
        var steps = 0;
        bool goesOn;
        do
        {
            steps++;
            weights.PlusInPlace(1);

            // Best from step 31 to 40, though single losses later are lower.
            goesOn = stopping.Note(steps is > 30 and <= 40 ? 1 : steps % 10 == 5 ? 0.5 : 2, weights);
        }
        while (goesOn && steps < 1000);

        Assert.Equal(80, steps);
        Assert.Equal(40, stopping.Best!.item<float>());
    }

    [Fact]
    public void As_long_as_it_gets_better_it_goes_on()
    {
        using var scope = NewDisposeScope();
        using var stopping = new EarlyStopping(patience: 10);
        using var weights = Tensors.Zeros(CPU, 1);
        for (var step = 1; step <= 500; step++)
        {
            Assert.True(stopping.Note(1.0 / step, weights));
        }
    }

    [Fact]
    public void What_is_not_a_number_is_never_the_best()
    {
        using var scope = NewDisposeScope();
        using var stopping = new EarlyStopping(patience: 15);
        using var weights = Tensors.Zeros(CPU, 1);
        var steps = 1;
        while (stopping.Note(double.NaN, weights))
        {
            steps++;
        }

        Assert.Equal((15, null), (steps, stopping.Best));
    }
}
