using Surrogates.Numerics;
using Surrogates.Training.Networks;
using Surrogates.Training.ZeroCost.Passes;
using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost.Proxies;

/// <summary>
/// ln of the mean over pictures of Σ |f(x) − f(x + γ·y)|, plus Σ ½ ln(mean of the running variances) over the batch normalizations, where f
/// are the backbone's features with weights from N(0, 1), x and y are batches of noise from N(0, 1), and γ = 10⁻²: how strongly the
/// features vary with the picture, were they not normalized.
/// </summary>
/// <remarks>
/// Lin et al.: "Zen-NAS: A Zero-Shot NAS for High-Performance Image Recognition", ICCV 2021. The variances are, as tabulated for
/// TransNAS-Bench-101, running ones after the two batches: from 1, a tenth of the way to each batch's; those of edges that lead nowhere
/// count too.
/// </remarks>
public sealed class Zen : IZeroCostProxy
{
    private const double Mixture = 1e-2;

    /// <inheritdoc/>
    public string Name => "zen";

    /// <inheritdoc/>
    public string Description => "logarithm of how strongly features vary with the picture";

    /// <inheritdoc/>
    public double Compute(ZeroCostContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var noGradient = no_grad();
        using var generator = Tensors.CreateGenerator(SplitMix64.Mix((uint)context.Seed));
        using var arithmetic = new GaussianArithmetic(generator);
        var (shape, device) = (context.Batch.Input.shape, context.Batch.Input.device);
        var noise = Tensors.Normal(device, generator, 1, shape);
        var mixed = noise.Plus(Tensors.Normal(device, generator, 1, shape).TimesInPlace(Mixture));
        using var features = GetFeatures(context, noise, arithmetic, out _);
        using var mixedFeatures = GetFeatures(context, mixed, arithmetic, out var normalizations);
        var difference = features.Minus(mixedFeatures).abs().flatten(1).sum(1).mean().cpu().item<float>();
        return Math.Log(difference) + arithmetic.Variances(normalizations).Sum(variance => .5 * Math.Log(variance.mean().cpu().item<float>()));
    }

    // Normalizations of the head come after the features and do not count.
    private static Tensor GetFeatures(ZeroCostContext context, Tensor input, GaussianArithmetic arithmetic, out int normalizations)
    {
        Tensor? features = null;
        var count = 0;
        arithmetic.Begin();
        var hook = context.Network.modules().OfType<Backbone>().FirstOrDefault()?.register_forward_hook((_, _, output) =>
        {
            features = output.alias().DetachFromDisposeScope();
            count = arithmetic.Normalizations;
            return output;
        });
        var result = context.Run(input, arithmetic);
        hook?.remove();
        normalizations = features is null ? arithmetic.Normalizations : count;
        return features ?? result;
    }
}
