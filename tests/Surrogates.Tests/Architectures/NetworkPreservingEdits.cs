using Surrogates.Architectures.Cells;

namespace Surrogates.Tests.Architectures;

/// <summary>Random changes of a cell's text that leave its network as it is.</summary>
internal sealed class NetworkPreservingEdits(CellSearchSpace space, Random random)
{
    /// <summary>A cell whose edges are mostly "none", so that nodes are unused and orders free.</summary>
    public byte[] RandomSparseCell()
    {
        var share = random.NextDouble();
        var choices = new byte[space.Edges.Count];
        for (var i = 0; i < choices.Length; i++)
        {
            choices[i] = (byte)(random.NextDouble() < share ? space.NoneOperation : random.Next(space.Operations.Count));
        }

        return choices;
    }

    /// <summary>The same network with its inner nodes in another order in which all its edges point forward.</summary>
    public byte[] RelabelNodes(byte[] choices)
    {
        var edges = NetworkNormalForm.LiveEdges(space, choices);
        var label = new int[space.Nodes];
        label[^1] = space.Nodes - 1;
        var open = Enumerable.Range(1, space.Nodes - 2).ToList();
        for (var next = 1; next < space.Nodes - 1; next++)
        {
            var ready = open.Where(node => !edges.Any(edge => edge.To == node && open.Contains(edge.From))).ToList();
            var chosen = ready[random.Next(ready.Count)];
            label[chosen] = next;
            open.Remove(chosen);
        }

        return Write(edges.Select(edge => (label[edge.From], label[edge.To], edge.Operation)));
    }

    /// <summary>The same network with operations on edges that lie on no path from input to output.</summary>
    public byte[] FillDeadEdges(byte[] choices)
    {
        var expected = NetworkNormalForm.LiveEdges(space, choices);
        var result = (byte[])choices.Clone();
        for (var repeat = 0; repeat < space.Edges.Count; repeat++)
        {
            var filled = (byte[])result.Clone();
            var edge = random.Next(filled.Length);
            filled[edge] = filled[edge] == space.NoneOperation ? (byte)random.Next(space.Operations.Count) : filled[edge];
            result = NetworkNormalForm.LiveEdges(space, filled).SequenceEqual(expected) ? filled : result;
        }

        return result;
    }

    /// <summary>The same network with an operation fed through an identity on a node that was unused, where there is one.</summary>
    public byte[] InsertIdentity(byte[] choices)
    {
        var edges = NetworkNormalForm.LiveEdges(space, choices);
        var unused = Enumerable.Range(1, space.Nodes - 2).Where(node => !edges.Any(edge => edge.From == node || edge.To == node)).ToList();
        if (unused.Count == 0)
        {
            return choices;
        }

        var node = unused[random.Next(unused.Count)];
        var spanning = edges.Where(edge => edge.From < node && node < edge.To).ToList();
        if (spanning.Count == 0)
        {
            return choices;
        }

        var moved = spanning[random.Next(spanning.Count)];
        edges.Remove(moved);
        edges.Add((moved.From, node, space.IdentityOperation));
        edges.Add((node, moved.To, moved.Operation));
        return Write(edges);
    }

    private byte[] Write(IEnumerable<(int From, int To, int Operation)> edges)
    {
        var choices = new byte[space.Edges.Count];
        Array.Fill(choices, (byte)space.NoneOperation);
        foreach (var (from, to, operation) in edges)
        {
            choices[space.Edges.ToList().IndexOf((from, to))] = (byte)operation;
        }

        return choices;
    }
}
