using Surrogates.Architectures;
using Surrogates.Encodings;
using Surrogates.Tests.Architectures;

namespace Surrogates.Tests.Encodings;

/// <summary>What holds for every part on every space.</summary>
public class EncodingContractTests
{
    /// <summary>Each part with each space.</summary>
    public static TheoryData<string, string> Everything
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var part in ArchitectureEncoding.PartNames)
            {
                foreach (var space in SpaceUnderTest.All)
                {
                    all.Add(part, space);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void A_feature_has_a_name_of_its_own_and_a_finite_value(string part, string space)
    {
        var (encoder, architectures) = Create(part, space);
        if (encoder is not null)
        {
            Assert.Equal(encoder.FeatureNames.Count, encoder.FeatureNames.Distinct().Count());
            Assert.All(architectures, architecture => Assert.All(encoder.Encode(architecture), feature => Assert.True(float.IsFinite(feature))));
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Equal_networks_have_equal_features(string part, string space)
    {
        var (encoder, architectures) = Create(part, space);
        if (encoder is not null)
        {
            Assert.All(architectures, architecture => Assert.Equal(encoder.Encode(architecture.Canonical), encoder.Encode(architecture)));
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Features_depend_on_nothing_but_the_architecture(string part, string space)
    {
        var (encoder, architectures) = Create(part, space);
        if (encoder is not null)
        {
            // Another encoder, another order, a destination that is not clean.
            var other = ArchitectureEncoding.Parse(part).For(SpaceUnderTest.Named(space).Space);
            var features = new float[encoder.FeatureNames.Count];
            foreach (var architecture in architectures.Reverse())
            {
                Array.Fill(features, float.NaN);
                other.Encode(architecture.Space.Parse(architecture.Text), features);
                Assert.Equal(encoder.Encode(architecture), features);
            }
        }
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Every_space_has_a_default_encoding(string space)
    {
        var under = SpaceUnderTest.Named(space);
        var encoder = ArchitectureEncoding.DefaultFor(under.Space).For(under.Space);
        Assert.InRange(encoder.FeatureNames.Count, 1, 1000);
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Parts_stand_one_after_the_other_in_the_order_in_which_they_were_added(string space)
    {
        var under = SpaceUnderTest.Named(space);
        var combined = new ArchitectureEncoding().OneHot().Adjacency().For(under.Space);
        var (first, second) = (new ArchitectureEncoding().OneHot().For(under.Space), new ArchitectureEncoding().Adjacency().For(under.Space));
        var architecture = under.Some().Last();
        Assert.Equal([.. first.FeatureNames, .. second.FeatureNames], combined.FeatureNames);
        Assert.Equal([.. first.Encode(architecture), .. second.Encode(architecture)], combined.Encode(architecture));
    }

    [Fact]
    public void The_default_encoding_of_a_cell_tells_apart_whatever_costs_differently()
    {
        var encoder = ArchitectureEncoding.DefaultFor(SearchSpaces.Micro).For(SearchSpaces.Micro);
        var seen = new Dictionary<string, ArchitectureCost>();
        foreach (var architecture in SearchSpaces.Micro.Enumerate().Select(a => a.Canonical).Distinct())
        {
            var key = string.Join(' ', encoder.Encode(architecture));
            Assert.Equal(seen.TryAdd(key, architecture.Cost!.Value) ? architecture.Cost : seen[key], architecture.Cost);
        }
    }

    private static (IArchitectureEncoder? Encoder, IReadOnlyList<Architecture> Architectures) Create(string part, string space)
    {
        var under = SpaceUnderTest.Named(space);
        var some = under.Some().ToList();
        IReadOnlyList<Architecture> sample = [.. some.Where((_, i) => i % ((some.Count / 200) + 1) == 0)];
        try
        {
            return (ArchitectureEncoding.Parse(part).For(under.Space), sample);
        }
        catch (InputException)
        {
            return (null, sample);
        }
    }
}
