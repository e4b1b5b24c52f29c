namespace Surrogates.Graphs;

/// <summary>
/// How the nodes of an architecture's graph learn of one another. In each kind, what comes along the flow of data and what comes
/// against it are weighed apart.
/// </summary>
public enum GraphConvolution
{
    /// <summary>
    /// A network of two layers over a node's own state and the sums of its predecessors' and of its successors'.
    /// Xu, Hu, Leskovec, Jegelka: "How Powerful are Graph Neural Networks?" (GIN), ICLR 2019.
    /// </summary>
    Isomorphism,

    /// <summary>
    /// Sums of messages that their sender gates. Kipf, Welling: "Semi-Supervised Classification with Graph Convolutional Networks", ICLR 2017;
    /// the gate by operation after Ning et al.: "A Generic Graph-Based Neural Architecture Encoding Scheme" (GATES), ECCV 2020.
    /// </summary>
    Gated,

    /// <summary>
    /// Means of messages, weighed by how receiver and sender agree. Veličković et al.: "Graph Attention Networks", ICLR 2018.
    /// </summary>
    Attention,

    /// <summary>
    /// Every node attends to every other, with a learned bias for how the two are connected, then a network a node. Ying et al.: "Do
    /// Transformers Really Perform Bad for Graph Representation?" (Graphormer), NeurIPS 2021.
    /// </summary>
    Transformer,
}
