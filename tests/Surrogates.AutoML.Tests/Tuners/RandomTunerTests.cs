using Surrogates.AutoML.Tuners;

namespace Surrogates.AutoML.Tests.Tuners;

public class RandomTunerTests
{
    [Fact]
    public void Networks_of_a_list_come_equally_often()
    {
        var domain = DomainUnderTest.Named("cell");
        var drawn = new int[domain.Candidates!.Count];
        for (var seed = 0; seed < 200; seed++)
        {
            foreach (var proposal in new RandomTuner(domain, seed).Propose(drawn.Length / 2))
            {
                drawn[domain.PlaceOf(proposal)]++;
            }
        }

        // Each is drawn with probability one half in each of 200 searches: mean 100, standard deviation 7.
        Assert.All(drawn, count => Assert.InRange(count, 65, 135));
    }
}
