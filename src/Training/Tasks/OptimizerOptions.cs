namespace Surrogates.Training.Tasks;

/// <summary>How weights follow gradients.</summary>
public abstract record OptimizerOptions
{
    /// <summary>The highest learning rate of the schedule.</summary>
    public double LearningRate { get; init; }

    /// <summary>
    /// The share of itself by which each weight of a convolution or linear map shrinks, times the learning rate (added to the gradient);
    /// scales and shifts of normalizations, and biases, do not. Default 0.
    /// </summary>
    public double WeightDecay { get; init; }

    internal virtual void Validate()
    {
        OptionRange.Require(LearningRate is > 0 and <= 1e30, "learning rate", LearningRate, "more than 0 and at most 1E+30");
        OptionRange.Require(WeightDecay is >= 0 and <= 1, "weight decay", WeightDecay, "0 to 1");
    }
}

/// <summary>Stochastic gradient descent with Nesterov momentum.</summary>
/// <remarks>Sutskever et al.: "On the Importance of Initialization and Momentum in Deep Learning", ICML 2013.</remarks>
public sealed record SgdOptions : OptimizerOptions
{
    /// <summary>Momentum. Default .9.</summary>
    public double Momentum { get; init; } = .9;

    internal override void Validate()
    {
        base.Validate();
        OptionRange.Require(Momentum is >= 0 and < 1, "momentum", Momentum, "at least 0 and less than 1");
    }
}

/// <summary>Adam.</summary>
/// <remarks>Kingma, Ba: "Adam: A Method for Stochastic Optimization", ICLR 2015.</remarks>
public sealed record AdamOptions : OptimizerOptions
{
    /// <summary>The decay of the gradients' mean. Default .9.</summary>
    public double Beta1 { get; init; } = .9;

    /// <summary>The decay of the gradients' mean square. Default .999.</summary>
    public double Beta2 { get; init; } = .999;

    /// <summary>Added to the root of the mean square. Default 10⁻⁸.</summary>
    public double Epsilon { get; init; } = 1e-8;

    internal override void Validate()
    {
        base.Validate();
        OptionRange.Require(Beta1 is >= 0 and < 1, "beta1", Beta1, "at least 0 and less than 1");
        OptionRange.Require(Beta2 is >= 0 and < 1, "beta2", Beta2, "at least 0 and less than 1");
        OptionRange.Require(Epsilon is > 0 and <= 1, "epsilon", Epsilon, "more than 0 and at most 1");
    }
}
