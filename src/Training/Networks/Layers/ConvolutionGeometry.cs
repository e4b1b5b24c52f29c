namespace Surrogates.Training.Networks.Layers;

/// <summary>How a square kernel moves over its input.</summary>
public sealed class ConvolutionGeometry
{
    /// <summary>Creates a geometry.</summary>
    /// <param name="stride">Pixels from one place of the kernel to the next; in a transposed convolution the factor of enlargement.</param>
    /// <param name="padding">Pixels of zeros around the input.</param>
    /// <param name="dilation">Pixels from one tap of the kernel to the next.</param>
    /// <param name="groups">Groups of channels that see only one another.</param>
    public ConvolutionGeometry(int stride = 1, int padding = 0, int dilation = 1, int groups = 1)
    {
        Stride = [stride, stride];
        Padding = [padding, padding];
        Dilation = [dilation, dilation];
        Groups = groups;
    }

    /// <summary>Stride of rows and columns.</summary>
    public long[] Stride { get; }

    /// <summary>Padding of rows and columns.</summary>
    public long[] Padding { get; }

    /// <summary>Dilation of rows and columns.</summary>
    public long[] Dilation { get; }

    /// <summary>Groups of channels.</summary>
    public long Groups { get; }
}
