using Surrogates.Architectures;

namespace Surrogates.Tests.Architectures;

/// <summary>What every search space promises, run over every space.</summary>
public class SearchSpaceContractTests
{
    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Text_read_and_written_again_is_the_same(string name)
    {
        var space = SpaceUnderTest.Named(name).Space;
        foreach (var architecture in SpaceUnderTest.Named(name).Some())
        {
            var parsed = space.Parse(architecture.Text);
            Assert.Equal(architecture, parsed);
            Assert.Equal(architecture.GetHashCode(), parsed.GetHashCode());
            Assert.Equal(architecture.Text, space.Format(parsed.Choices));
            Assert.Equal(architecture, space.Create(architecture.Choices));
            Assert.True(space.TryParse(architecture.Text, out var tried));
            Assert.Equal(architecture, tried);
        }
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Count_is_exact(string name) =>
        Assert.Equal(SpaceUnderTest.Named(name).Count, SpaceUnderTest.Named(name).Space.Count);

    [Theory]
    [MemberData(nameof(SpaceUnderTest.Small), MemberType = typeof(SpaceUnderTest))]
    public void Enumeration_is_complete_without_repetition_and_in_a_fixed_order(string name)
    {
        var (space, count, _) = SpaceUnderTest.Named(name);
        var first = space.Enumerate().Select(architecture => architecture.Text).ToList();
        Assert.Equal(count, first.Count);
        Assert.Equal(first.Count, first.Distinct().Count());
        Assert.Equal(first, space.Enumerate().Select(architecture => architecture.Text));
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Enumeration_is_lazy(string name) =>
        Assert.NotEmpty(SpaceUnderTest.Named(name).Space.Enumerate().Take(10));

    [Theory]
    [MemberData(nameof(SpaceUnderTest.Small), MemberType = typeof(SpaceUnderTest))]
    public void Sampling_is_uniform(string name)
    {
        var space = SpaceUnderTest.Named(name).Space;
        var drawn = space.Enumerate().ToDictionary(architecture => architecture, _ => 0);
        var draws = 20 * drawn.Count;
        var random = new Random(7);
        for (var i = 0; i < draws; i++)
        {
            drawn[space.Sample(random)]++;
        }

        // Chi-squared with n − 1 degrees of freedom: mean n − 1, variance 2 (n − 1).
        var freedom = drawn.Count - 1;
        var chiSquared = drawn.Values.Sum(observed => (observed - 20.0) * (observed - 20.0) / 20);
        Assert.InRange(chiSquared, freedom - (4 * Math.Sqrt(2 * freedom)), freedom + (4 * Math.Sqrt(2 * freedom)));
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Every_option_is_sampled(string name)
    {
        var space = SpaceUnderTest.Named(name).Space;
        var random = new Random(3);
        var sampled = Enumerable.Range(0, 500).Select(_ => space.Sample(random)).ToList();
        for (var i = 0; i < space.Choices.Count; i++)
        {
            Assert.Equal(space.Choices[i].Options.Count, sampled.Select(architecture => architecture.Choices[i]).Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Neighbors_are_one_edit_away_distinct_and_in_the_space(string name)
    {
        var (space, _, editDistance) = SpaceUnderTest.Named(name);
        foreach (var architecture in SpaceUnderTest.Named(name).Some().Take(400))
        {
            var neighbors = space.GetNeighbors(architecture).ToList();
            Assert.Equal(neighbors.Count, neighbors.Distinct().Count());
            Assert.All(neighbors, neighbor => Assert.Equal(1, editDistance(architecture, neighbor)));
            Assert.All(neighbors, neighbor => Assert.Equal(neighbor, space.Parse(neighbor.Text)));
            Assert.Equal(neighbors, space.GetNeighbors(architecture));
        }
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Neighbors_are_symmetric(string name)
    {
        var space = SpaceUnderTest.Named(name).Space;
        foreach (var architecture in SpaceUnderTest.Named(name).Some().Take(100))
        {
            Assert.All(space.GetNeighbors(architecture), neighbor => Assert.Contains(architecture, space.GetNeighbors(neighbor)));
        }
    }

    [Fact]
    public void Neighbors_in_the_macro_space_are_all_that_are_one_edit_away()
    {
        var (space, _, editDistance) = SpaceUnderTest.Named("macro");
        foreach (var architecture in space.Enumerate().Where((_, i) => i % 200 == 0))
        {
            var expected = space.Enumerate().Where(other => editDistance(architecture, other) == 1).ToHashSet();
            Assert.True(expected.SetEquals(space.GetNeighbors(architecture)));
        }
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Mutation_is_a_neighbor_or_the_only_architecture_itself(string name)
    {
        var space = SpaceUnderTest.Named(name).Space;
        var random = new Random(5);
        foreach (var architecture in SpaceUnderTest.Named(name).Some().Take(200))
        {
            var mutated = space.Mutate(architecture, random);
            Assert.True(space.Count.IsOne ? mutated.Equals(architecture) : space.GetNeighbors(architecture).Contains(mutated));
        }
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Crossover_takes_every_choice_from_a_parent_and_stays_in_the_space(string name)
    {
        var space = SpaceUnderTest.Named(name).Space;
        var random = new Random(11);
        for (var repeat = 0; repeat < 500; repeat++)
        {
            var (first, second) = (space.Sample(random), space.Sample(random));
            var child = space.CrossOver(first, second, random);
            Assert.Equal(child, space.Parse(child.Text));
            for (var i = 0; i < child.Choices.Length; i++)
            {
                Assert.True(child.Choices[i] == first.Choices[i] || child.Choices[i] == second.Choices[i]);
            }

            Assert.Equal(first, space.CrossOver(first, first, random));
        }
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Canonical_is_in_the_space_and_its_own_canonical(string name)
    {
        var space = SpaceUnderTest.Named(name).Space;
        foreach (var architecture in SpaceUnderTest.Named(name).Some())
        {
            var canonical = architecture.Canonical;
            Assert.Equal(canonical, space.Parse(canonical.Text));
            Assert.Equal(canonical, canonical.Canonical);
            Assert.Equal(canonical, space.Canonicalize(canonical));
        }
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Space_is_restored_from_its_serialized_form(string name)
    {
        var space = SpaceUnderTest.Named(name).Space;
        var restored = SearchSpaces.Deserialize(space.Serialize());
        var architecture = space.Sample(new Random(2));
        Assert.Equal(space, restored);
        Assert.Equal(space.GetHashCode(), restored.GetHashCode());
        Assert.Equal(space.Serialize(), restored.Serialize());
        Assert.Equal(architecture, restored.Parse(architecture.Text));
        Assert.Equal(architecture.Cost, restored.Parse(architecture.Text).Cost);
        Assert.Equal(architecture.Canonical, restored.Parse(architecture.Text).Canonical);
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Same_seed_gives_the_same_architectures(string name)
    {
        var space = SpaceUnderTest.Named(name).Space;
        Assert.Equal(Walk(SearchSpaces.Deserialize(space.Serialize()), seed: 4), Walk(space, seed: 4));

        static List<string> Walk(ISearchSpace space, int seed)
        {
            var random = new Random(seed);
            var walk = new List<Architecture> { space.Sample(random) };
            for (var i = 0; i < 50; i++)
            {
                var sampled = space.Sample(random);
                walk.Add(space.Mutate(space.CrossOver(walk[^1], sampled, random), random));
            }

            return [.. walk.Select(architecture => architecture.Text)];
        }
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Threads_get_what_one_thread_gets(string name)
    {
        var space = SearchSpaces.Deserialize(SpaceUnderTest.Named(name).Space.Serialize());
        var architectures = SpaceUnderTest.Named(name).Some().Take(200).ToList();
        var expected = architectures.Select(architecture => Describe(SpaceUnderTest.Named(name).Space, architecture)).ToList();
        var actual = new string[4 * architectures.Count];
        Parallel.For(
            0,
            actual.Length,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            i => actual[i] = Describe(space, architectures[i % architectures.Count]));
        Assert.All(actual, (description, i) => Assert.Equal(expected[i % expected.Count], description));

        static string Describe(ISearchSpace space, Architecture architecture)
        {
            var parsed = space.Parse(architecture.Text);
            var sampled = space.Sample(new Random(parsed.Text.Length));
            return string.Join(' ', parsed.Canonical.Text, parsed.ToGraph().Edges.Count, parsed.Cost, sampled.Text);
        }
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Create_refuses_choices_that_are_not_of_the_space(string name)
    {
        var space = SpaceUnderTest.Named(name).Space;
        var tooFew = Assert.Throws<ArgumentException>(() => space.Create(new byte[space.Choices.Count - 1]));
        Assert.Contains($"{space.Choices.Count} choices", tooFew.Message);
        var tooHigh = new byte[space.Choices.Count];
        tooHigh[^1] = (byte)space.Choices[^1].Options.Count;
        var noOption = Assert.Throws<ArgumentException>(() => space.Create(tooHigh));
        Assert.Contains(space.Choices[^1].Name, noOption.Message);
    }

    [Fact]
    public void Create_refuses_a_macro_network_that_breaks_the_rule() =>
        Assert.Throws<ArgumentException>(() => SearchSpaces.Macro.Create([0, 0, 0, 0, 0, 0]));

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Names_of_choices_and_options_are_unique(string name)
    {
        var choices = SpaceUnderTest.Named(name).Space.Choices;
        Assert.Equal(choices.Count, choices.Select(choice => choice.Name).Distinct().Count());
        Assert.All(choices, choice => Assert.Equal(choice.Options.Count, choice.Options.Distinct().Count()));
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Architectures_of_another_space_are_refused(string name)
    {
        var space = SpaceUnderTest.Named(name).Space;
        var own = space.Sample(new Random(1));
        var foreign = SearchSpaces.FromJson("""{"name":"other","sequence":[{"options":["x","y"]}]}""").Parse("x");
        Assert.Throws<ArgumentException>(() => space.Mutate(foreign, new Random(1)));
        Assert.Throws<ArgumentException>(() => space.CrossOver(own, foreign, new Random(1)));
        Assert.Throws<ArgumentException>(() => space.CrossOver(foreign, own, new Random(1)));
    }

    [Theory]
    [InlineData("64-41414-1_02_333", "micro")]
    [InlineData("64-4111-basic", "macro")]
    [InlineData("|none~0|+|none~0|none~1|+|none~0|none~1|none~2|", "nasbench201")]
    [InlineData("VGG16", null)]
    public void Infer_finds_the_built_in_space_of_a_text(string text, string? expected) =>
        Assert.Equal(expected, SearchSpaces.Infer(text)?.Name);
}
