namespace Surrogates.Evaluation.Protocols;

/// <summary>What is kept together when a table is split into training and test rows.</summary>
public enum SplitKind
{
    /// <summary>Rows are drawn: of two texts of the same network, one may be in training and one in test, as most papers do it.</summary>
    String,

    /// <summary>Groups of equal networks are drawn: no network of the test is in training.</summary>
    Network,
}
