using Surrogates.AutoML.Tuners;

namespace Surrogates.AutoML.Tests.Tuners;

public class TunerCatalogTests
{
    [Fact]
    public void Tuners_have_the_name_they_are_asked_for_by() =>
        Assert.All(
            TunerCatalog.All,
            tuner => Assert.Equal(tuner.Name, TunerCatalog.Create(tuner.Name.ToUpperInvariant(), DomainUnderTest.Named("tiny")).Name));

    [Fact]
    public void No_tuner_goes_without_a_domain() =>
        Assert.All(TunerCatalog.All, tuner => Assert.Throws<ArgumentNullException>(() => TunerCatalog.Create(tuner.Name, null!)));

    [Fact]
    public void The_default_is_the_first() => Assert.Equal("surrogate", TunerCatalog.All[0].Name);

    [Fact]
    public void An_unknown_name_is_told_with_the_known_ones()
    {
        var exception = Assert.Throws<InputException>(() => TunerCatalog.Get("grid"));
        Assert.Equal("tuner 'grid': there is no such tuner; expected surrogate, random, evolution, local", exception.Message);
    }
}
