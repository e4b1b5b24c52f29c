using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch.nn;

namespace Surrogates.Training.Networks.Operations;

/// <summary>
/// The operations that a cell may have on an edge, by name. Known are, for any odd kernel size k: <c>conv_kxk</c> (ReLU, convolution,
/// batch normalization; also <c>nor_conv_kxk</c>), <c>sep_conv_kxk</c> (a depthwise and a pointwise convolution), <c>dil_conv_kxk</c>
/// (the same with dilation 2), <c>avg_pool_kxk</c>, <c>max_pool_kxk</c>; and <c>skip</c>, <c>skip_connect</c>, <c>identity</c>,
/// <c>none</c>, <c>zero</c>. Underscores and case do not matter.
/// </summary>
/// <remarks>The definitions are those of DARTS (Liu et al., ICLR 2019) and NAS-Bench-201 (Dong, Yang, ICLR 2020).</remarks>
public static partial class CellOperations
{
    private static readonly ConcurrentDictionary<string, Func<LayerFactory, OperationShape, CellOperation?>> Registered = new();

    /// <summary>
    /// Adds an operation of the user's own, for this process, or replaces one. A saved network that has it needs it registered before it
    /// is loaded.
    /// </summary>
    /// <param name="name">The name by which search spaces call it.</param>
    /// <param name="create">Makes its layers for a shape; null for an operation that passes nothing.</param>
    /// <example>
    /// <code>
    /// CellOperations.Register("wide", (layers, shape) =>
    ///     new CellOperation(layers.Convolution(shape.InputChannels, shape.OutputChannels, kernel: 7, shape.Stride)));
    /// </code>
    /// </example>
    public static void Register(string name, Func<LayerFactory, OperationShape, CellOperation?> create)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(create);
        Registered[Normalize(name)] = create;
    }

    /// <summary>The operation of that name for a shape, or null for one that passes nothing.</summary>
    /// <exception cref="InputException">There is no operation of that name.</exception>
    public static CellOperation? Create(string name, LayerFactory layers, OperationShape shape)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var key = Normalize(name);
        if (Registered.TryGetValue(key, out var create))
        {
            return create(layers, shape);
        }

        if (key is "none" or "zero")
        {
            return null;
        }

        if (key is "skip" or "skipconnect" or "identity")
        {
            return CreateSkip(layers, shape);
        }

        var match = KernelPattern().Match(key);
        if (!match.Success || match.Groups["kernel"].Value != match.Groups["width"].Value
            || int.Parse(match.Groups["kernel"].Value, CultureInfo.InvariantCulture) is var kernel && kernel % 2 == 0)
        {
            throw new InputException(
                $"operation '{name}': no network can be built with it; known are none, skip, conv_3x3, sep_conv_3x3, dil_conv_3x3, "
                + "avg_pool_3x3, max_pool_3x3 (any odd size), and those that a program registers with CellOperations.Register.");
        }

        return match.Groups["kind"].Value switch
        {
            "sepconv" => CreateSeparable(layers, shape, kernel, dilation: 1),
            "dilconv" => CreateSeparable(layers, shape, kernel, dilation: 2),
            "avgpool" => CreatePool(layers, shape, new Pooling(kernel, shape.Stride, takesMaximum: false)),
            "maxpool" => CreatePool(layers, shape, new Pooling(kernel, shape.Stride, takesMaximum: true)),
            _ => CreateConvolution(layers, shape, kernel),
        };
    }

    internal static CellOperation CreateConvolution(LayerFactory layers, OperationShape shape, int kernel) =>
        new(new ConvolutionUnit(layers, shape, kernel), RectifiesInput: true);

    internal static CellOperation CreateSkip(LayerFactory layers, OperationShape shape) =>
        shape.IsPreserving ? CellOperation.Identity : new CellOperation(new FactorizedReduce(layers, shape), RectifiesInput: true);

    private static CellOperation CreateSeparable(LayerFactory layers, OperationShape shape, int kernel, int dilation)
    {
        var depthwise = layers.Convolution(shape.InputChannels, shape.InputChannels, kernel, shape.Stride, dilation, shape.InputChannels);
        var pointwise = layers.Convolution(shape.InputChannels, shape.OutputChannels, kernel: 1);
        var stack = Sequential(
            ("depthwise", depthwise), ("pointwise", pointwise), ("normalization", layers.BatchNormalization(shape.OutputChannels)));
        return new CellOperation(stack, RectifiesInput: true);
    }

    // A pool cannot change the number of channels: where it must, a pointwise convolution follows.
    private static CellOperation CreatePool(LayerFactory layers, OperationShape shape, Pooling pooling) =>
        new(shape.InputChannels == shape.OutputChannels
            ? pooling
            : Sequential(("pool", pooling), ("pointwise", new ConvolutionUnit(layers, shape with { Stride = 1 }, kernel: 1))));

    private static string Normalize(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    [GeneratedRegex("^(?<kind>conv|norconv|sepconv|dilconv|avgpool|maxpool)(?<kernel>[1-9][0-9]?)x(?<width>[1-9][0-9]?)$")]
    private static partial Regex KernelPattern();
}
