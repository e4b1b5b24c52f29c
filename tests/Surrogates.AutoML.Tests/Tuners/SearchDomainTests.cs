using Surrogates.Architectures;
using Surrogates.AutoML.Tuners;
using Surrogates.Benchmarks;

namespace Surrogates.AutoML.Tests.Tuners;

public class SearchDomainTests
{
    [Theory]
    [InlineData("micro")]
    [InlineData("macro")]
    [InlineData("cell")]
    public void A_whole_space_is_one_canonical_text_a_network(string name)
    {
        var domain = DomainUnderTest.Named(name);
        Assert.Equal(domain.Space.Enumerate().Select(architecture => architecture.Canonical).Distinct().Count(), domain.Candidates!.Count);
        Assert.All(domain.Candidates, candidate => Assert.Equal(candidate.Canonical, candidate));
        Assert.All(domain.Candidates, (candidate, place) => Assert.Equal(place, domain.PlaceOf(candidate)));
    }

    [Fact]
    public void A_space_too_large_to_list_has_no_list_and_all_its_networks()
    {
        var domain = DomainUnderTest.Named("sequence");
        var architecture = domain.Space.Sample(new Random(1));
        Assert.Null(domain.Candidates);
        Assert.Equal(-1, domain.PlaceOf(architecture));
        Assert.Equal(architecture.Canonical, domain.Find(architecture));
    }

    [Fact]
    public void The_canonical_text_stands_for_equal_networks_else_the_first()
    {
        var texts = DomainUnderTest.Cell.Enumerate().GroupBy(architecture => architecture.Canonical).First(group => group.Count() > 3).ToList();
        var canonical = texts[0].Canonical;
        texts.Remove(canonical);
        Assert.Equal([texts[0]], SearchDomain.Of(DomainUnderTest.Cell, texts).Candidates);
        Assert.Equal([canonical], SearchDomain.Of(DomainUnderTest.Cell, [.. texts, canonical]).Candidates);
        Assert.Equal(texts[1], SearchDomain.Of(DomainUnderTest.Cell, [texts[1]]).Find(texts[0]));
    }

    [Fact]
    public void Rows_that_were_not_measured_are_not_of_the_domain()
    {
        var table = DomainUnderTest.PartialTable();
        var domain = DomainUnderTest.Named("table");
        Assert.NotEmpty(domain.Candidates!);
        Assert.All(domain.Candidates!, candidate => Assert.False(double.IsNaN(table.Value(table.IndexOf(candidate.Text), "measured"))));
    }

    [Fact]
    public void What_is_not_listed_may_not_be_proposed()
    {
        var domain = DomainUnderTest.Named("table");
        var other = SearchSpaces.Micro.Enumerate().First(architecture => domain.PlaceOf(architecture) < 0);
        Assert.Null(domain.Find(other));
    }

    [Fact]
    public void A_domain_of_nothing_proposes_nothing()
    {
        var domain = SearchDomain.Of(SearchSpaces.Micro, []);
        Assert.All(TunerCatalog.All, tuner => Assert.Empty(TunerCatalog.Create(tuner.Name, domain).Propose(3)));
    }

    [Fact]
    public void What_cannot_be_is_told_in_one_line()
    {
        var texts = SearchSpaces.Micro.Enumerate().Take(2).Select(architecture => architecture.Text).ToList();
        var table = new BenchmarkTable("t", texts, ["empty"], [[double.NaN, double.NaN]]);
        var empty = Assert.Throws<InputException>(() => SearchDomain.Of(table, "empty", SearchSpaces.Micro));
        Assert.Equal("t, task 'empty': no row was measured", empty.Message);
        Assert.Throws<InputException>(() => SearchDomain.Of(table, "other", SearchSpaces.Micro));
        Assert.Throws<ArchitectureFormatException>(
            () => SearchDomain.Of(new BenchmarkTable("t", ["64-4111-basic"], ["x"], [[1]]), "x", SearchSpaces.Micro));
        Assert.Throws<ArgumentException>(() => SearchDomain.Of(SearchSpaces.Macro, [SearchSpaces.Micro.Parse(texts[0])]));
    }
}
