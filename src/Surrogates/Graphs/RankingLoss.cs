namespace Surrogates.Graphs;

/// <summary>What a graph neural network is trained to do.</summary>
public enum RankingLoss
{
    /// <summary>Predict the label: mean squared error.</summary>
    SquaredError,

    /// <summary>
    /// Put each pair in its order, by a margin. Ning et al.: "A Generic Graph-Based Neural Architecture Encoding Scheme" (GATES), ECCV 2020.
    /// </summary>
    PairwiseHinge,

    /// <summary>
    /// Make the order of the whole batch likely. Xia et al.: "Listwise Approach to Learning to Rank" (ListMLE), ICML 2008.
    /// </summary>
    ListMle,
}
