using Surrogates.Architectures;
using Surrogates.Evaluation.Protocols;

namespace Surrogates.Tests.Evaluation.Protocols;

public class TableSplitTests
{
    // 64 texts of far fewer networks.
    private static readonly Architecture[] Rows =
    [
        .. SearchSpaces.FromJson("""{"name":"c","cell":{"nodes":4,"operations":["zero","conv"],"none":"zero"}}""").Enumerate(),
    ];

    private static readonly bool[] All = [.. Rows.Select(_ => true)];

    /// <summary>Both kinds of splits.</summary>
    public static TheoryData<SplitKind> Kinds => [.. Enum.GetValues<SplitKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Training_has_its_size_and_shares_no_row_with_test(SplitKind kind)
    {
        for (var size = 0; size <= Rows.Length; size++)
        {
            var (training, test) = new TableSplit(Rows, kind).Draw(All, size, seed: 3, repeat: 1);
            Assert.Equal(size, training.Length);
            Assert.Equal(training.Length + test.Length, training.Union(test).Count());
            Assert.Equal(test.Order(), test);
        }
    }

    [Fact]
    public void A_split_of_rows_leaves_none_out()
    {
        var (training, test) = new TableSplit(Rows, SplitKind.String).Draw(All, 20, seed: 3, repeat: 0);
        Assert.Equal(Rows.Length, training.Length + test.Length);
    }

    [Fact]
    public void A_split_of_networks_has_no_network_in_both_parts_and_leaves_out_only_the_rest_of_one()
    {
        for (var size = 1; size < Rows.Length; size++)
        {
            var (training, test) = new TableSplit(Rows, SplitKind.Network).Draw(All, size, seed: 1, repeat: size);
            var trained = training.Select(row => Rows[row].Canonical).ToHashSet();
            Assert.DoesNotContain(test, row => trained.Contains(Rows[row].Canonical));
            var drawn = training.Concat(test);
            var leftOut = Enumerable.Range(0, Rows.Length).Except(drawn).Select(row => Rows[row].Canonical).Distinct().ToList();
            Assert.InRange(leftOut.Count, 0, 1);
            Assert.All(leftOut, network => Assert.Contains(network, trained));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_smaller_training_set_is_the_beginning_of_a_larger_one(SplitKind kind)
    {
        var split = new TableSplit(Rows, kind);
        var largest = split.Draw(All, Rows.Length, seed: 2, repeat: 4).Training;
        for (var size = 0; size < Rows.Length; size++)
        {
            Assert.Equal(largest.Take(size), split.Draw(All, size, seed: 2, repeat: 4).Training);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rows_that_were_not_measured_are_in_neither_part_and_the_order_of_the_others_stays(SplitKind kind)
    {
        bool[] measured = [.. Rows.Select((_, row) => row % 3 != 0)];
        var split = new TableSplit(Rows, kind);
        var (training, test) = split.Draw(measured, 15, seed: 2, repeat: 0);
        Assert.Equal(15, training.Length);
        Assert.All(training.Concat(test), row => Assert.True(measured[row]));

        // Of another task with all rows measured the same rows come first.
        Assert.Equal(split.Draw(All, Rows.Length, seed: 2, repeat: 0).Training.Where(row => measured[row]).Take(15), training);
    }

    [Fact]
    public void The_draw_is_a_function_of_seed_and_repeat()
    {
        Assert.Equal(Draw(seed: 1, repeat: 0), Draw(seed: 1, repeat: 0));
        var draws = from seed in Enumerable.Range(1, 10) from repeat in Enumerable.Range(0, 10) select string.Join(' ', Draw(seed, repeat));
        Assert.Equal(100, draws.Distinct().Count());

        static int[] Draw(int seed, int repeat) => new TableSplit(Rows, SplitKind.String).Draw(All, 10, seed, repeat).Training;
    }

    [Fact]
    public void Every_row_is_drawn_equally_often()
    {
        const int Repeats = 2000;
        var drawn = new int[Rows.Length];
        var split = new TableSplit(Rows, SplitKind.String);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            foreach (var row in split.Draw(All, Rows.Length / 4, seed: 1, repeat).Training)
            {
                drawn[row]++;
            }
        }

        // Binomial with p = 1/4: mean 500, standard deviation 19.
        Assert.All(drawn, count => Assert.InRange(count, 400, 600));
    }

    [Fact]
    public void Every_network_is_drawn_first_equally_often_however_many_texts_it_has()
    {
        const int Repeats = 4000;
        var split = new TableSplit(Rows, SplitKind.Network);
        var networks = Rows.GroupBy(row => row.Canonical).ToDictionary(group => group.Key, _ => 0);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            networks[Rows[split.Draw(All, 1, seed: 1, repeat).Training[0]].Canonical]++;
        }

        var mean = (double)Repeats / networks.Count;
        Assert.All(networks.Values, count => Assert.InRange(count, mean - (5 * Math.Sqrt(mean)), mean + (5 * Math.Sqrt(mean))));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        var split = new TableSplit(Rows, SplitKind.String);
        Assert.Throws<ArgumentNullException>(() => new TableSplit(null!, SplitKind.String));
        Assert.Throws<ArgumentException>(() => split.Draw(All.AsSpan(1), 1, seed: 1, repeat: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => split.Draw(All, -1, seed: 1, repeat: 0));
    }

    [Fact]
    public void More_than_there_is_leaves_no_test()
    {
        var (training, test) = new TableSplit(Rows, SplitKind.String).Draw(All, int.MaxValue, seed: 1, repeat: 0);
        Assert.Equal((Rows.Length, 0), (training.Length, test.Length));
    }
}
