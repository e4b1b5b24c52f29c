using Surrogates.Architectures;
using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Tests.Tuners;
using Surrogates.Training.Networks;

namespace Surrogates.AutoML.Tests.Experiments;

public class BaselineArchitecturesTests
{
    public static TheoryData<string> BuiltIn => [.. SearchSpaces.BuiltIn.Select(space => space.Name)];

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void Every_built_in_space_has_one_that_can_be_trained(string name)
    {
        var space = SearchSpaces.Load(name);
        var baseline = BaselineArchitectures.For(space);
        Assert.Equal(space, baseline.Space);
        Assert.True(Backbones.CanBuild(space));
        Assert.True(space.IsConnected(baseline));
        Assert.Equal(baseline, space.Parse(baseline.Text));
    }

    [Fact]
    public void Cells_of_a_users_own_have_the_first_operation_with_weights_on_every_edge()
    {
        var space = SearchSpaces.FromJson(
            """{"name":"own","cell":{"nodes":4,"operations":["skip","none","sep","conv"],"none":"none","identity":"skip"}}""");
        Assert.Equal(space.Create([2, 2, 2, 2, 2, 2]), BaselineArchitectures.For(space));
    }

    [Fact]
    public void Cells_without_zero_and_identity_have_their_first_operation() => Assert.Equal(
        [0, 0, 0],
        BaselineArchitectures.For(SearchSpaces.FromJson("""{"name":"own","cell":{"nodes":3,"operations":["a","b"]}}""")).Choices.ToArray());

    [Theory]
    [InlineData("""{"name":"own","sequence":[{"options":["a","b"]}]}""")]
    [InlineData("""{"name":"own","cell":{"nodes":3,"operations":["zero","skip"],"none":"zero","identity":"skip"}}""")]
    public void Where_none_is_known_it_is_asked_for(string json)
    {
        var exception = Assert.Throws<InputException>(() => BaselineArchitectures.For(SearchSpaces.FromJson(json)));
        Assert.Contains("'own'", exception.Message);
        Assert.Contains("--baseline", exception.Message);
    }

    [Fact]
    public void A_sequence_too_long_to_list_is_refused_too() =>
        Assert.Throws<InputException>(() => BaselineArchitectures.For(DomainUnderTest.Sequence));
}
