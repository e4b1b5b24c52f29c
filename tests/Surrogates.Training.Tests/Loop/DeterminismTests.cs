namespace Surrogates.Training.Tests.Loop;

public sealed class DeterminismTests
{
    public static TheoryData<string> Names => SmallTraining.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void TheSameSeedGivesTheSameBytesAndAnotherSeedOthers(string name)
    {
        var training = SmallTraining.Named(name);
        var result = training.Result();
        Assert.Equal(result, training.Result());
        Assert.NotEqual(result, training.With(options => options with { Seed = 6 }).Result());
    }

    [Fact]
    public void SideBySideTrainingsEqualThoseOneAfterTheOther()
    {
        var training = SmallTraining.Named("SGD");
        var results = new string[8];
        Parallel.For(0, results.Length, i => results[i] = Seeded(i / 2).Result());
        for (var seed = 0; seed < 4; seed++)
        {
            var alone = Seeded(seed).Result();
            Assert.Equal(alone, results[2 * seed]);
            Assert.Equal(alone, results[(2 * seed) + 1]);
        }

        SmallTraining Seeded(int seed) => training.With(options => options with { Seed = seed });
    }

    [Fact]
    public void WhoLooksOnChangesNothing()
    {
        var training = SmallTraining.Named("SGD");
        using var watched = training.Run(_ => { });
        Assert.Equal(training.Result(), SmallTraining.Describe(watched));
    }
}
