namespace Surrogates.Training.Networks.Operations;

/// <summary>What an operation must do to the shape of what passes through it.</summary>
/// <param name="InputChannels">Channels of its input.</param>
/// <param name="OutputChannels">Channels of its output.</param>
/// <param name="Stride">The factor by which it reduces height and width: 1 or 2.</param>
public readonly record struct OperationShape(int InputChannels, int OutputChannels, int Stride)
{
    /// <summary>Whether the output has the shape of the input.</summary>
    public bool IsPreserving => InputChannels == OutputChannels && Stride == 1;
}
