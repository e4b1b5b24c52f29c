using System.Diagnostics;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost.Passes;

/// <summary>
/// The pass of a batch that proxies share: forward once, then backward once for each kind of gradient that is asked for, all through the
/// same graph. The channels' saliencies and the Hessian have passes of their own: beside them, the others would be rounded in another way.
/// Its tensors belong to the dispose scope in which it is run.
/// </summary>
internal sealed class BatchPass
{
    private const ZeroCostNeeds NeedingGraph = ZeroCostNeeds.WeightGradients | ZeroCostNeeds.InputGradients;

    private const ZeroCostNeeds OwnPasses = ZeroCostNeeds.ChannelSaliencies | ZeroCostNeeds.HessianProducts;

    private readonly ZeroCostNeeds _needs;
    private readonly Dictionary<ZeroCostNeeds, double> _seconds = [];

    private BatchPass(ZeroCostNeeds needs) => _needs = Expand(needs);

    public Tensor Output { get; private set; } = null!;

    public long MultiplyAdds { get; private set; }

    public Tensor? ActivationKernel { get; private set; }

    public Tensor? InputGradients { get; private set; }

    public IReadOnlyList<Tensor?> WeightGradients { get; private set; } = [];

    public IReadOnlyList<(Tensor Saliency, long WeightsAChannel)> ChannelSaliencies { get; private set; } = [];

    public IReadOnlyList<Tensor?> HessianProducts { get; private set; } = [];

    /// <summary>What each part of the pass took.</summary>
    public IReadOnlyDictionary<ZeroCostNeeds, double> Seconds => _seconds;

    /// <summary>What a need includes.</summary>
    public static ZeroCostNeeds Expand(ZeroCostNeeds needs) =>
        (needs & ~OwnPasses) == ZeroCostNeeds.Nothing ? needs : needs | ZeroCostNeeds.Forward;

    /// <summary>Runs the pass.</summary>
    /// <param name="run">Runs the network on an input with an arithmetic.</param>
    /// <param name="weights">The network's weights.</param>
    /// <param name="task">The task.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="needs">What is asked for.</param>
    public static BatchPass Run(
        Func<Tensor, LayerArithmetic, Tensor> run, IReadOnlyList<Parameter> weights, ITrainingTask task, TaskBatch batch, ZeroCostNeeds needs)
    {
        var pass = new BatchPass(needs);
        if (pass.Has(ZeroCostNeeds.Forward))
        {
            using var scope = NewDisposeScope();
            pass.Run(run, weights, task, batch);
        }

        if (pass.Has(ZeroCostNeeds.ChannelSaliencies))
        {
            using var scope = NewDisposeScope();
            pass.ChannelSaliencies = pass.Timed(ZeroCostNeeds.ChannelSaliencies, () => FindSaliencies(run, task, batch));
        }

        if (pass.Has(ZeroCostNeeds.HessianProducts))
        {
            using var scope = NewDisposeScope();
            pass.HessianProducts = pass.Timed(
                ZeroCostNeeds.HessianProducts, () => FindHessianProducts(run, [.. weights], task, batch));
        }

        return pass;
    }

    /// <summary>Whether that was asked for.</summary>
    public bool Has(ZeroCostNeeds need) => _needs.HasFlag(need);

    private void Run(Func<Tensor, LayerArithmetic, Tensor> run, IReadOnlyList<Parameter> weights, ITrainingTask task, TaskBatch batch)
    {
        using var mode = set_grad_enabled((_needs & NeedingGraph) != 0);
        using var arithmetic = new BatchArithmetic(batch.Input.size(0), Has(ZeroCostNeeds.ActivationKernel));
        var input = Has(ZeroCostNeeds.InputGradients) ? batch.Input.detach().requires_grad_(true) : batch.Input;
        var output = Timed(ZeroCostNeeds.Forward, () => run(input, arithmetic));
        Output = output.detach().MoveToOuterDisposeScope();
        MultiplyAdds = arithmetic.MultiplyAdds;
        ActivationKernel = arithmetic.CreateKernel()?.MoveToOuterDisposeScope();
        if (Has(ZeroCostNeeds.InputGradients))
        {
            var gradients = Timed(
                ZeroCostNeeds.InputGradients,
                () => Gradients(output.sum(), [input], Has(ZeroCostNeeds.WeightGradients), createsGraph: false)[0] ?? input.zeros_like());
            InputGradients = gradients.reshape(input.size(0), -1).MoveToOuterDisposeScope();
        }

        if (Has(ZeroCostNeeds.WeightGradients))
        {
            WeightGradients = Timed<Tensor?[]>(
                ZeroCostNeeds.WeightGradients,
                () => [.. Gradients(LossOf(output, task, batch), [.. weights], retainsGraph: false, createsGraph: false).Select(Keep)]);
        }
    }

    // The Hessian times a constant vector is the gradient of the gradient's product with it.
    private static Tensor?[] FindHessianProducts(
        Func<Tensor, LayerArithmetic, Tensor> run, Tensor[] weights, ITrainingTask task, TaskBatch batch)
    {
        using var mode = enable_grad();
        var loss = LossOf(run(batch.Input, new SteadyArithmetic()), task, batch);
        Tensor[] products =
        [
            .. Gradients(loss, weights, retainsGraph: true, createsGraph: true).OfType<Tensor>()
                .Where(gradient => gradient.requires_grad).Select(gradient => gradient.mul(gradient.detach()).sum()),
        ];
        return products.Length == 0
            ? new Tensor?[weights.Length]
            : [.. Gradients(stack(products).sum(), weights, retainsGraph: false, createsGraph: false).Select(Keep)];
    }

    private static (Tensor Saliency, long WeightsAChannel)[] FindSaliencies(
        Func<Tensor, LayerArithmetic, Tensor> run, ITrainingTask task, TaskBatch batch)
    {
        using var mode = enable_grad();
        using var arithmetic = new GatedArithmetic();
        var loss = LossOf(run(batch.Input, arithmetic), task, batch);
        var gradients = Gradients(loss, [.. arithmetic.Gates.Select(gate => gate.Gate)], retainsGraph: false, createsGraph: false);
        return
        [
            .. gradients.Zip(arithmetic.Gates).Where(pair => pair.First is not null)
                .Select(pair => (Keep(pair.First!.flatten(1))!, pair.Second.WeightsAChannel)),
        ];
    }

    // The benchmark's own protocol has no smoothing of labels.
    private static Tensor LossOf(Tensor output, ITrainingTask task, TaskBatch batch) =>
        task.GetLoss(output.to(ScalarType.Float32), batch.Target, task.GetProtocol(TrainingPreset.TransNas));

    // Weights that take no part have no gradient.
    private static Tensor?[] Gradients(Tensor scalar, Tensor[] inputs, bool retainsGraph, bool createsGraph) =>
        [.. autograd.grad([scalar], inputs, retain_graph: retainsGraph, create_graph: createsGraph, allow_unused: true)
            .Select(gradient => gradient is null || gradient.IsInvalid ? null : gradient)];

    private static Tensor? Keep(Tensor? tensor) => tensor?.detach().MoveToOuterDisposeScope();

    private T Timed<T>(ZeroCostNeeds part, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        _seconds[part] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return result;
    }
}
