namespace Surrogates.Architectures;

/// <summary>
/// An architecture as a directed acyclic graph in topological order, with operations on the nodes: the form that graph
/// neural networks and kernels on graphs take. Node 0 is the input, the last node the output.
/// </summary>
/// <param name="Nodes">Input, operations, output, in topological order.</param>
/// <param name="Edges">Pairs of node indices along which data flows, each from a lower to a higher index.</param>
public sealed record ArchitectureGraph(IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphEdge> Edges);

/// <summary>A node of an <see cref="ArchitectureGraph"/>.</summary>
/// <param name="Operation">The operation's name in its space, or <c>input</c> or <c>output</c>.</param>
/// <param name="Channels">Channels that leave the node, as a multiple of those that enter the graph.</param>
/// <param name="Resolution">Height (= width) that leaves the node, as a fraction of that which enters the graph.</param>
public readonly record struct GraphNode(string Operation, double Channels = 1, double Resolution = 1);

/// <summary>An edge of an <see cref="ArchitectureGraph"/>.</summary>
/// <param name="From">The index of the node that data leaves.</param>
/// <param name="To">The index of the node that data enters.</param>
public readonly record struct GraphEdge(int From, int To);
