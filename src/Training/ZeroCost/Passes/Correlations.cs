using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost.Passes;

/// <summary>Correlations of rows.</summary>
internal static class Correlations
{
    /// <summary>Pearson's correlation of each two rows, in 64 bits; not a number beside a row that is constant.</summary>
    public static Tensor OfRows(Tensor rows)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var values = rows.to(ScalarType.Float64);
        var centred = values.Minus(values.mean([1], keepdim: true));
        var normalized = centred.div(centred.Squared().sum(1, keepdim: true).sqrt());
        return normalized.matmul(normalized.t()).cpu().MoveToOuterDisposeScope();
    }
}
