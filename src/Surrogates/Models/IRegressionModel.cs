namespace Surrogates.Models;

/// <summary>A trained regression over rows of features, with an uncertainty. Immutable and safe for use from several threads.</summary>
internal interface IRegressionModel
{
    /// <summary>The number of features that a row has.</summary>
    int Features { get; }

    /// <summary>Predicts rows.</summary>
    /// <param name="rows">The rows' features, one row after the other; none is NaN.</param>
    /// <param name="means">Receives each row's expected value.</param>
    /// <param name="deviations">Receives each row's standard deviation.</param>
    void Predict(ReadOnlySpan<float> rows, Span<double> means, Span<double> deviations);

    /// <summary>Writes what <see cref="RegressionModelFormat"/> reads again.</summary>
    void Write(BinaryWriter writer);
}
