using Surrogates.Training.Data.Rooms.Labels;
using Surrogates.Training.Data.Rooms.Planning;

namespace Surrogates.Training.Tests.Data.Rooms.Planning;

public class SceneDistributionTests
{
    [Fact]
    public void Posterior_is_that_of_what_is_drawn()
    {
        const int Count = 100_000;
        var dice = new Dice();
        dice.Restart(1, 1);
        var features = Enum.GetValues<FloorFinish>().Length + Enum.GetValues<WallFinish>().Length + 15;
        var (types, seen, expected) = (8, new double[8 * features], new double[8 * features]);
        var posterior = new float[types];
        for (var i = 0; i < Count; i++)
        {
            var evidence = SceneDistribution.Draw(dice, out var type);
            SceneDistribution.Posterior(evidence, posterior);
            foreach (var feature in Features(evidence))
            {
                seen[(int)type * features + feature]++;
                for (var other = 0; other < types; other++)
                {
                    expected[other * features + feature] += posterior[other];
                }
            }
        }

        // Of all draws with a feature, each type has the share that the posteriors promise, within five standard deviations.
        for (var i = 0; i < seen.Length; i++)
        {
            Assert.InRange(seen[i], expected[i] - 5 * Math.Sqrt(expected[i] + 1), expected[i] + 5 * Math.Sqrt(expected[i] + 1));
        }
    }

    private static IEnumerable<int> Features(Evidence evidence)
    {
        yield return (int)evidence.Floor;
        yield return 4 + (int)evidence.Wall;
        if (evidence.IsNarrow)
        {
            yield return 8;
        }

        foreach (var kind in Enum.GetValues<ObjectClass>())
        {
            if (kind is not ObjectClass.None && evidence.Has(kind))
            {
                yield return 9 + (int)kind;
            }
        }
    }
}
