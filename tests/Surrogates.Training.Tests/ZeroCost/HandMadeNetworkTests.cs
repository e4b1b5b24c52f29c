using Surrogates.Architectures;
using Surrogates.Training.Data;
using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks;
using Surrogates.Training.ZeroCost;
using Surrogates.Training.ZeroCost.Proxies;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.ZeroCost;

/// <summary>Proxies of networks of one layer or two against sums over their weights, paths and pictures, written out.</summary>
public sealed class HandMadeNetworkTests
{
    private const int Count = 5;
    private const int Inputs = 3 * 2 * 2;
    private const int Targets = 3;

    [Fact]
    public void A_linear_maps_gradients_follow_from_the_error()
    {
        var (values, (weights, bias), pixels, targets) = Evaluate(
            layers => new Stack(layers.Linear(Inputs, Targets)), network => Read(((Stack)network).Linear(0)));

        // L = mean over pictures and targets of (y − t)².
        var outputs = Map(pixels, weights, bias);
        var error = Table(Count, Targets, (n, t) => 2 * (outputs[n, t] - targets[n, t]) / (Count * Targets));
        var gradient = Table(Targets, Inputs, (t, i) => Enumerable.Range(0, Count).Sum(n => error[n, t] * pixels[n, i]));
        Close(Sum(gradient, (t, i) => gradient[t, i] * weights[t, i]), values["plain"]);
        Close(Sum(gradient, (t, i) => Math.Abs(gradient[t, i] * weights[t, i])), values["snip"]);
        Close(Math.Sqrt(Sum(gradient, (t, i) => gradient[t, i] * gradient[t, i])), values["grad_norm"]);
        Close(Math.Sqrt(Sum(weights, (t, i) => weights[t, i] * weights[t, i])), values["l2_norm"]);
        Close(
            Enumerable.Range(0, Targets).Sum(
                t => .5 * Inputs * Enumerable.Range(0, Count).Average(n => Math.Pow(outputs[n, t] * error[n, t], 2))),
            values["fisher"]);

        // The loss is quadratic: H g changes the outputs by the pictures' products with g.
        var change = Table(
            Count, Targets, (n, t) => 2 * Enumerable.Range(0, Inputs).Sum(i => gradient[t, i] * pixels[n, i]) / (Count * Targets));
        Close(
            -Sum(gradient, (t, i) => weights[t, i] * Enumerable.Range(0, Count).Sum(n => change[n, t] * pixels[n, i])),
            values["grasp"]);
        Assert.Equal((Inputs + 1) * Targets, values["params"]);
        Assert.Equal(Inputs * Targets, values["flops"]);

        // The Jacobian is the same for every picture, and the largest target is its class.
        var classes = Enumerable.Range(0, Count).CountBy(n => Enumerable.Range(0, Targets).MaxBy(t => targets[n, t]));
        Close(classes.Sum(pair => pair.Value * pair.Value * Math.Log(1 + 1e-5)), values["epe_nas"]);
    }

    [Fact]
    public void Synflow_counts_every_path_once_a_layer()
    {
        const int Hidden = 4;
        var (values, (first, firstBias, second, _), _, _) = Evaluate(
            layers => new Stack(layers.Linear(Inputs, Hidden), layers.Rectification(), layers.Linear(Hidden, Targets)),
            network => (
                Read(((Stack)network).Linear(0)).Weights,
                Read(((Stack)network).Linear(0)).Bias,
                Read(((Stack)network).Linear(2)).Weights,
                Read(((Stack)network).Linear(2)).Bias));
        var flow = 0.0;
        for (var hidden = 0; hidden < Hidden; hidden++)
        {
            for (var output = 0; output < Targets; output++)
            {
                flow += Math.Abs(firstBias[hidden] * second[output, hidden]);
                for (var input = 0; input < Inputs; input++)
                {
                    flow += 2 * Math.Abs(first[hidden, input] * second[output, hidden]);
                }
            }
        }

        Close(Math.Log(flow), values["synflow"]);
    }

    [Fact]
    public void Naswot_counts_units_on_which_pictures_agree()
    {
        const int Hidden = 6;
        var (values, (weights, bias), pixels, _) = Evaluate(
            layers => new Stack(layers.Linear(Inputs, Hidden), layers.Rectification(), layers.Linear(Hidden, Targets)),
            network => Read(((Stack)network).Linear(0)),
            batch: 2);
        var hidden = Map(pixels, weights, bias);
        var agreeing = Enumerable.Range(0, Hidden).Count(unit => hidden[0, unit] > 0 == hidden[1, unit] > 0);
        Assert.InRange(agreeing, 1, Hidden - 1);
        Close(Math.Log((Hidden * Hidden) - (agreeing * agreeing)), values["naswot"]);
    }

    [Fact]
    public void Zen_of_one_map_of_noise_is_that_of_normal_numbers()
    {
        // Outputs differ by γ Σ w y: for a given w, normal numbers with the deviation γ ‖w‖, whose mean absolute value is √(2/π) of it.
        const int Outputs = 400;
        var (values, _, _, _) = Evaluate(layers => new Stack(layers.Linear(Inputs, Outputs), layers.Linear(Outputs, Targets)), _ => 0);
        var (one, _, _, _) = Evaluate(layers => new Stack(layers.Linear(Inputs, Targets)), _ => 0);
        Assert.InRange(one["zen"], Math.Log(Targets * .01 * Math.Sqrt(Inputs * 2 / Math.PI)) - .7, Math.Log(Targets * .01 * Math.Sqrt(Inputs * 2 / Math.PI)) + .7);
        Assert.InRange(values["zen"] - one["zen"], (.5 * Math.Log(Outputs)) - .7, (.5 * Math.Log(Outputs)) + .7);
    }

    [Fact]
    public void Jacov_is_lowest_where_all_jacobians_are_equal()
    {
        Close(-2 * (Math.Log(1 + 1e-5) + (1 / (1 + 1e-5))), Jacov([1, 0, 0, 1]));
        Close(
            -(Math.Log(1.5 + 1e-5) + (1 / (1.5 + 1e-5)) + Math.Log(.5 + 1e-5) + (1 / (.5 + 1e-5))), Jacov([1, .5, .5, 1]));
        Assert.True(Jacov([1, 1, 1, 1]) < -90_000);
        Assert.True(double.IsNaN(Jacov([double.NaN, 0, 0, 1])));

        static double Jacov(double[] correlations)
        {
            using var matrix = tensor(correlations, [2, 2], device: CPU);
            return Surrogates.Training.ZeroCost.Proxies.Jacov.Score(matrix);
        }
    }

    [Fact]
    public void Epe_nas_looks_within_classes_and_with_many_classes_at_their_differences()
    {
        // Pictures 0 and 1 are of a class and correlate by a half; 2 and 3 by a tenth; 4 is alone.
        var correlations = new double[25];
        for (var i = 0; i < 5; i++)
        {
            correlations[i * 6] = 1;
        }

        correlations[1] = correlations[5] = -.5;
        correlations[13] = correlations[17] = .1;
        long[] classes = [7, 7, 3, 3, 1];
        var (first, second) = (Class(.5), Class(.1));
        Close(Math.Abs(first) + Math.Abs(second) + Math.Log(1 + 1e-5), EpeNas.Score(correlations, classes, hasManyClasses: false));
        Close(Math.Abs((first / 2) - (second / 2)), EpeNas.Score(correlations, classes, hasManyClasses: true));
        Assert.Equal(0, EpeNas.Score(correlations, [0, 1, 2, 3, 4], hasManyClasses: true));

        static double Class(double correlation) => (2 * Math.Log(1 + 1e-5)) + (2 * Math.Log(correlation + 1e-5));
    }

    [Fact]
    public void Parameters_are_those_of_the_benchmarks_tables()
    {
        // Its tables are of a head of 63 outputs.
        var data = TestImages.Create(
            count => new ClassLabels([.. Enumerable.Range(0, 63).Select(i => $"{i:d2}")], [.. Enumerable.Range(0, count)]), count: 8);
        Architecture[] architectures =
        [
            SearchSpaces.Micro.Parse("64-41414-0_02_310"),
            SearchSpaces.Macro.Parse("64-1214-basic"),
        ];
        var results = ZeroCostEvaluator.Evaluate(
            architectures,
            TrainingTasks.Find("classification").Create(data),
            TestImages.All(data),
            new ZeroCostOptions { Proxies = [ZeroCostProxies.Find("params")], Network = NetworkOptions.TransNas });
        Assert.Equal(architectures.Select(architecture => (double)architecture.Cost!.Value.Parameters), results.Select(result => result.Values["params"]));
    }

    private static (IReadOnlyDictionary<string, double> Values, T Weights, double[,] Pixels, double[,] Targets) Evaluate<T>(
        Func<LayerFactory, Stack> create, Func<nn.Module<Tensor, Tensor>, T> read, int batch = Count)
    {
        var data = TestImages.Create(
            count => new VectorLabels(["a", "b", "c"], [.. Enumerable.Range(0, 3 * count).Select(i => (float)(i * 7 % 5) - (i % 3))]),
            batch,
            height: 2);

        // Dark ground is not told apart by so small a network: pixels of their own.
        var pixels = TestImages.Pixels(data);
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(i * 89 % 256);
        }

        data = ImageDataset.Create("hand-made", 2, 2, data.Labels, pixels);
        var task = new UserTask(TrainingTasks.Find("regression").Create(data), network: create);
        var spy = new Spy<T>(read);
        var result = Assert.Single(ZeroCostEvaluator.Evaluate(
            [SearchSpaces.Micro.Parse("64-41414-3_33_333")],
            task,
            TestImages.All(data),
            new ZeroCostOptions { Proxies = [spy, .. ZeroCostCases.Options.Proxies], Network = new NetworkOptions { BaseChannels = 8 } }));
        return (result.Values, spy.Weights!, spy.Pixels!, spy.Targets!);
    }

    private static (double[,] Weights, double[] Bias) Read(Linear linear) =>
        (Table(linear.Weight.detach()), [.. linear.Bias.detach().data<float>().Select(value => (double)value)]);

    private static double[,] Map(double[,] inputs, double[,] weights, double[] bias) => Table(
        inputs.GetLength(0),
        weights.GetLength(0),
        (n, t) => bias[t] + Enumerable.Range(0, weights.GetLength(1)).Sum(i => weights[t, i] * inputs[n, i]));

    private static double[,] Table(Tensor tensor)
    {
        var values = tensor.contiguous().data<float>().ToArray();
        var columns = values.Length / (int)tensor.size(0);
        return Table((int)tensor.size(0), columns, (row, column) => values[(row * columns) + column]);
    }

    private static double[,] Table(int rows, int columns, Func<int, int, double> value)
    {
        var table = new double[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                table[row, column] = value(row, column);
            }
        }

        return table;
    }

    private static double Sum(double[,] table, Func<int, int, double> value) =>
        Table(table.GetLength(0), table.GetLength(1), value).Cast<double>().Sum();

    private static void Close(double expected, double actual, double tolerance = 1e-4) =>
        Assert.InRange(actual, expected - (tolerance * Math.Max(1e-3, Math.Abs(expected))), expected + (tolerance * Math.Max(1e-3, Math.Abs(expected))));

    /// <summary>Layers one after the other, on the numbers of a picture side by side.</summary>
    private sealed class Stack : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor>[] _layers;

        public Stack(params nn.Module<Tensor, Tensor>[] layers)
            : base(nameof(Stack))
        {
            _layers = layers;
            for (var i = 0; i < layers.Length; i++)
            {
                register_module($"layer{i}", layers[i]);
            }
        }

        public Linear Linear(int index) => (Linear)_layers[index];

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            return _layers.Aggregate(input.flatten(1), (features, layer) => layer.call(features)).MoveToOuterDisposeScope();
        }
    }

    private sealed class Spy<T>(Func<nn.Module<Tensor, Tensor>, T> read) : IZeroCostProxy
    {
        public T? Weights { get; private set; }

        public double[,]? Pixels { get; private set; }

        public double[,]? Targets { get; private set; }

        public string Name => "spy";

        public string Description => "reads the network and the batch";

        public double Compute(ZeroCostContext context)
        {
            Weights = read(context.Network);
            Pixels = Table(context.Batch.Input.flatten(1));
            Targets = Table(context.Batch.Target);
            return 0;
        }
    }
}
