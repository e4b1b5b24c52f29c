using System.Diagnostics;
using Surrogates.Architectures;
using Surrogates.Numerics;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks;
using Surrogates.Training.ZeroCost.Passes;
using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost;

/// <summary>Computes zero-cost proxies of architectures: of their networks before any training.</summary>
/// <remarks>
/// All networks see the same batch, drawn from the pictures by the seed, whatever their classes; each has the weights that the seed gives
/// it, as a training would begin with. Cells compute every edge, each with a rectification of its own, as the code does with which proxies
/// of the benchmarks were tabulated: zen, naswot and flops count edges on no path too, so that networks rank as tabulated. What comes out
/// depends neither on how many run at a time nor on which other proxies are asked for.
/// </remarks>
/// <example>
/// <code>
/// using ImageSplits images = ImageData.Open("photos");
/// ITrainingTask task = TrainingTasks.Find("classification").Create(images.Dataset);
/// var options = new ZeroCostOptions { Proxies = [ZeroCostProxies.Find("synflow"), ZeroCostProxies.Find("naswot")] };
/// Architecture[] architectures = [.. SearchSpaces.Micro.Enumerate()];
///
/// var results = ZeroCostEvaluator.Evaluate(architectures, task, images.Train, options);
/// ZeroCostTable.Create("proxies", results, task, options.Proxies).Save("proxies.csv");
/// </code>
/// </example>
public static class ZeroCostEvaluator
{
    /// <summary>Computes proxies of architectures.</summary>
    /// <param name="architectures">The architectures.</param>
    /// <param name="task">The task that the networks have their heads and losses from.</param>
    /// <param name="images">The pictures that the batch is drawn from, at least 2: those for training.</param>
    /// <param name="options">What to compute, and how.</param>
    /// <param name="progress">Receives each architecture as it is done, in whatever order, one at a time.</param>
    /// <param name="cancellationToken">Stops after the architectures that are being computed.</param>
    /// <returns>A result an architecture, in their order.</returns>
    /// <exception cref="InputException">There are no two pictures, a network cannot be built, or an option is out of its range.</exception>
    public static IReadOnlyList<ZeroCostResult> Evaluate(
        IReadOnlyList<Architecture> architectures,
        ITrainingTask task,
        ImageSubset images,
        ZeroCostOptions? options = null,
        IProgress<ZeroCostProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(architectures);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(images);
        options ??= new();
        options.Validate();
        if (images.Count < 2)
        {
            throw new InputException($"{images.Dataset.Name}: {images.Count} pictures to draw a batch from; at least 2 are needed.");
        }

        var placement = new ComputePlacement(options.Device ?? TrainingDevice.Find("cpu"), Precision.Float32);
        var network = options.Network.For(images.Dataset.Height, images.Dataset.Width, task.IsDense);
        using var scope = NewDisposeScope();
        var evaluation = new Evaluation(task, CreateBatch(task, images, placement, options), network, options, placement.Device);
        var results = new ZeroCostResult[architectures.Count];
        var done = 0;
        var reporting = new Lock();
        SideBySide.Run(
            architectures.Count,
            options.Parallelism ?? (placement.IsCuda ? 1 : Environment.ProcessorCount),
            index =>
            {
                var result = results[index] = evaluation.Compute(architectures[index]);
                lock (reporting)
                {
                    progress?.Report(new ZeroCostProgress(++done, results.Length, result));
                }
            },
            cancellationToken: cancellationToken);
        return results;
    }

    private static TaskBatch CreateBatch(ITrainingTask task, ImageSubset images, ComputePlacement placement, ZeroCostOptions options)
    {
        var pixels = new BatchLoader(images, new Augmentation(), options.BatchSize, options.Seed).Train(epoch: 0).First();
        return task.CreateBatch(new ImageBatch(placement.Upload(pixels.Pixels, pixels.Shape), images.Dataset.Labels, pixels.Indices, pixels.Draws));
    }

    private sealed class Evaluation(ITrainingTask task, TaskBatch batch, NetworkOptions network, ZeroCostOptions options, Device device)
    {
        public ZeroCostResult Compute(Architecture architecture)
        {
            var values = options.Proxies.ToDictionary(proxy => proxy.Name, _ => double.NaN);
            var seconds = options.Proxies.ToDictionary(proxy => proxy.Name, _ => 0.0);
            var isConnected = architecture.Space.IsConnected(architecture);
            IZeroCostProxy[] computed = [.. options.Proxies.Where(proxy => isConnected || !proxy.NeedsPath)];
            Compute(architecture, [.. computed.Where(proxy => !proxy.ChangesNetwork)], values, seconds);
            foreach (var proxy in computed.Where(proxy => proxy.ChangesNetwork))
            {
                Compute(architecture, [proxy], values, seconds);
            }

            return new ZeroCostResult(architecture, values, seconds);
        }

        // One network and one pass for all of these proxies.
        private void Compute(
            Architecture architecture, IReadOnlyList<IZeroCostProxy> proxies, Dictionary<string, double> values, Dictionary<string, double> seconds)
        {
            if (proxies.Count == 0)
            {
                return;
            }

            using var scope = NewDisposeScope();
            var arithmetic = new SwitchedArithmetic();
            using var layers = new LayerFactory(device, options.Seed, arithmetic);
            using var module = task.CreateNetwork(Backbones.Build(architecture, network, layers), layers);
            module.train();
            NetworkWeights.ToChannelsLast(module);
            foreach (var cell in module.modules().OfType<Cell>())
            {
                cell.ComputesEveryEdge = true;
            }

            var needs = proxies.Aggregate(ZeroCostNeeds.Nothing, (all, proxy) => all | proxy.Needs);
            var pass = needs == ZeroCostNeeds.Nothing ? null
                : BatchPass.Run((input, other) => arithmetic.Run(module, input, other), NetworkWeights.Of(module), task, batch, needs);
            var context = new ZeroCostContext(architecture, task, module, batch, options.Seed, arithmetic, pass);
            foreach (var proxy in proxies)
            {
                using var own = NewDisposeScope();
                var start = Stopwatch.GetTimestamp();
                var value = ComputeOrMiss(proxy, context);
                values[proxy.Name] = double.IsFinite(value) ? value : double.NaN;
                seconds[proxy.Name] = Stopwatch.GetElapsedTime(start).TotalSeconds + Share(pass, proxy, proxies);
            }
        }

        // What libtorch refuses of one network (memory, types) is missing there, and the others go on.
        private static double ComputeOrMiss(IZeroCostProxy proxy, ZeroCostContext context)
        {
            try
            {
                return proxy.Compute(context);
            }
            catch (System.Runtime.InteropServices.ExternalException)
            {
                return double.NaN;
            }
        }

        private static double Share(BatchPass? pass, IZeroCostProxy proxy, IReadOnlyList<IZeroCostProxy> proxies) => pass is null ? 0
            : pass.Seconds.Where(part => Uses(proxy, part.Key)).Sum(part => part.Value / proxies.Count(other => Uses(other, part.Key)));

        private static bool Uses(IZeroCostProxy proxy, ZeroCostNeeds part) => BatchPass.Expand(proxy.Needs).HasFlag(part);
    }
}
