namespace Surrogates.GaussianProcesses;

/// <summary>One setting of the kernel.</summary>
/// <param name="LengthScale">The length scale, in units of typical distances between rows.</param>
/// <param name="Noise">The noise's variance relative to the signal's.</param>
/// <param name="Weight">The share of the setting in the average.</param>
internal readonly record struct Setting(double LengthScale, double Noise, double Weight);
