namespace Surrogates.Training.ZeroCost;

/// <summary>What of forward and backward passes of a batch a proxy needs. Proxies that need the same share it.</summary>
[Flags]
public enum ZeroCostNeeds
{
    /// <summary>Nothing: the proxy looks at weights alone, or makes passes of its own.</summary>
    Nothing = 0,

    /// <summary><see cref="ZeroCostContext.Output"/> and <see cref="ZeroCostContext.MultiplyAdds"/>; the next three include it.</summary>
    Forward = 1,

    /// <summary><see cref="ZeroCostContext.ActivationKernel"/>.</summary>
    ActivationKernel = 2,

    /// <summary><see cref="ZeroCostContext.InputGradients"/>.</summary>
    InputGradients = 4,

    /// <summary><see cref="ZeroCostContext.WeightGradients"/>.</summary>
    WeightGradients = 8,

    /// <summary><see cref="ZeroCostContext.ChannelSaliencies"/>, from a pass of their own.</summary>
    ChannelSaliencies = 16,

    /// <summary><see cref="ZeroCostContext.HessianProducts"/>, from a pass of their own.</summary>
    HessianProducts = 32,
}
