using Surrogates.Architectures;
using Surrogates.AutoML.Tuners;

namespace Surrogates.AutoML.Tests.Tuners;

public class TunerTests
{
    private static readonly SearchDomain Cells = DomainUnderTest.Named("cell");

    [Fact]
    public void A_tuner_that_repeats_itself_ends_a_batch_and_does_not_hang_it()
    {
        var first = Cells.Candidates![0];
        var tuner = new ScriptedTuner(_ => [first, first]);
        Assert.Equal([first], tuner.Propose(3));
        Assert.Empty(tuner.Propose(3));
    }

    [Fact]
    public void A_tuner_may_give_more_than_was_asked_for()
    {
        var tuner = new ScriptedTuner(_ => [.. Cells.Candidates!.Take(5)]);
        Assert.Equal(Cells.Candidates!.Take(2), tuner.Propose(2));
        Assert.Equal(Cells.Candidates!.Skip(2).Take(3), tuner.Propose(4));
    }

    [Fact]
    public void A_tuner_is_told_how_many_are_still_wanted()
    {
        var wanted = new List<int>();
        var tuner = new ScriptedTuner(count =>
        {
            wanted.Add(count);
            return [.. Cells.Candidates!.Skip(2 * (wanted.Count - 1)).Take(2)];
        });
        tuner.Propose(5);
        Assert.Equal([5, 3, 1], wanted);
    }

    private sealed class ScriptedTuner(Func<int, IReadOnlyList<Architecture>> next) : Tuner("scripted", Cells, seed: 1)
    {
        protected override IReadOnlyList<Architecture> Next(int count) => next(count);
    }
}
