using CsCheck;
using Surrogates.Trees;

namespace Surrogates.Tests.Trees;

public class TreeEnsembleTests
{
    private static readonly TreeNode[] Stump = [new(1, 0.5f, 1), TreeNode.Leaf(-1), TreeNode.Leaf(3)];

    [Fact]
    public void A_row_goes_left_up_to_the_threshold()
    {
        var ensemble = new TreeEnsemble(2, [(10, [Stump])]);
        Assert.Equal([9.0, 9.0, 13.0], Predict(ensemble, [0, 0, 0, 0.5f, 0, 0.6f]).Means);
    }

    [Fact]
    public void The_ensemble_is_the_mean_of_its_members_and_their_spread()
    {
        var ensemble = new TreeEnsemble(2, [(0, [Stump, Stump]), (4, []), (1, [[TreeNode.Leaf(6)]])]);
        var (means, deviations) = Predict(ensemble, [0, 1]);
        Assert.Equal((6 + 4 + 7) / 3.0, means[0], 1e-12);
        Assert.Equal(Math.Sqrt(((6 * 6) + (4 * 4) + (7 * 7)) / 3.0 - (means[0] * means[0])), deviations[0], 1e-9);
    }

    [Fact]
    public void It_predicts_as_walking_down_each_tree_does() => Ensembles().Sample(pair =>
    {
        var (members, rows) = pair;
        var (means, deviations) = Predict(new TreeEnsemble(3, members), rows);
        for (var row = 0; row < means.Length; row++)
        {
            var features = rows[(3 * row)..((3 * row) + 3)];
            double[] values = [.. members.Select(member => member.Constant + member.Trees.Sum(tree => (double)Walk(tree, features)))];
            Assert.Equal(values.Average(), means[row], 1e-5);
            Assert.Equal(Math.Sqrt(values.Average(value => Math.Pow(value - values.Average(), 2))), deviations[row], 1e-5);
        }
    });

    [Fact]
    public void It_is_read_as_it_was_written() => Ensembles().Sample(pair =>
    {
        var (members, rows) = pair;
        var ensemble = new TreeEnsemble(3, members);
        var bytes = Write(ensemble);
        var read = Read(bytes);
        Assert.Equal(bytes, Write(read));
        Assert.Equal(Predict(ensemble, rows).Means, Predict(read, rows).Means);
    });

    [Fact]
    public void Damaged_bytes_are_refused_or_read_and_never_lead_astray() =>
        Ensembles().Select(Gen.Int[0, 10_000], Gen.Byte).Sample((pair, place, value) =>
        {
            var bytes = Write(new TreeEnsemble(3, pair.Members));
            bytes[place % bytes.Length] ^= value;
            try
            {
                var read = Read(bytes);
                Predict(read, new float[5 * read.Features]);
            }
            catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
            {
                Assert.NotEmpty(exception.Message);
            }
        });

    [Fact]
    public void A_file_that_ends_early_is_refused()
    {
        var bytes = Write(new TreeEnsemble(3, [(0, [[new(2, 1, 1), TreeNode.Leaf(1), TreeNode.Leaf(2)]])]));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.ThrowsAny<IOException>(() => Throw(() => Read(bytes[..length])));
        }

        static void Throw(Action action)
        {
            try
            {
                action();
            }
            catch (InvalidDataException exception)
            {
                throw new IOException(exception.Message, exception);
            }
        }
    }

    private static Gen<((double Constant, IReadOnlyList<TreeNode[]> Trees)[] Members, float[] Rows)> Ensembles()
    {
        // A tree's shape: for each node in turn, whether it splits; the rest are leaves.
        var tree = Gen.Bool.Array[0, 20].Select(Gen.Int[0, 2].Array[64], Gen.Float[-1, 1].Array[64]).Select(Grow);
        var member = Gen.Double[-2, 2].Select(tree.Array[0, 4]).Select(pair => (pair.Item1, (IReadOnlyList<TreeNode[]>)pair.Item2));
        var members = member.Array[1, 6].Where(all => all.Any(one => one.Item2.Count > 0));
        return members.Select(Gen.Float[-1, 1].Array[3 * 11]);
    }

    private static TreeNode[] Grow((bool[] Splits, int[] Features, float[] Numbers) shape)
    {
        var nodes = new List<TreeNode>();
        var open = 1;
        for (var node = 0; node < open; node++)
        {
            if (node < shape.Splits.Length && shape.Splits[node])
            {
                nodes.Add(new TreeNode(shape.Features[node], shape.Numbers[node], open));
                open += 2;
            }
            else
            {
                nodes.Add(TreeNode.Leaf(shape.Numbers[node]));
            }
        }

        return [.. nodes];
    }

    private static float Walk(TreeNode[] tree, float[] features)
    {
        var node = tree[0];
        while (!node.IsLeaf)
        {
            node = tree[node.Left + (features[node.Feature] <= node.Threshold ? 0 : 1)];
        }

        return node.Threshold;
    }

    private static (double[] Means, double[] Deviations) Predict(TreeEnsemble ensemble, float[] rows)
    {
        var (means, deviations) = (new double[rows.Length / ensemble.Features], new double[rows.Length / ensemble.Features]);
        ensemble.Predict(rows, means, deviations);
        return (means, deviations);
    }

    private static byte[] Write(TreeEnsemble ensemble)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
        {
            ensemble.Write(writer);
        }

        return bytes.ToArray();
    }

    private static TreeEnsemble Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return TreeEnsemble.Read(reader);
    }
}
