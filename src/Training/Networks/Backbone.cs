using static TorchSharp.torch;

namespace Surrogates.Training.Networks;

/// <summary>
/// The part of a network that an architecture describes: pictures in (batch × channels × height × width), features out (batch ×
/// <see cref="OutputChannels"/> × height ÷ <see cref="Reduction"/> × width ÷ <see cref="Reduction"/>, rounded up at every halving).
/// </summary>
public sealed class Backbone : nn.Module<Tensor, Tensor>
{
    private readonly IReadOnlyList<nn.Module<Tensor, Tensor>> _parts;

    internal Backbone(IReadOnlyList<nn.Module<Tensor, Tensor>> parts, int outputChannels, int reduction)
        : base(nameof(Backbone))
    {
        _parts = parts;
        OutputChannels = outputChannels;
        Reduction = reduction;
        for (var i = 0; i < parts.Count; i++)
        {
            register_module(FormattableString.Invariant($"part{i}"), parts[i]);
        }
    }

    /// <summary>Channels of the features.</summary>
    public int OutputChannels { get; }

    /// <summary>The factor by which height and width of the features are smaller than the picture's.</summary>
    public int Reduction { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var features = input;
        foreach (var part in _parts)
        {
            features = part.call(features);
        }

        return features.MoveToOuterDisposeScope();
    }
}
