using System.Diagnostics.CodeAnalysis;
using Surrogates.Architectures;

namespace Surrogates.Tests.Architectures;

/// <summary>A space that derives from <see cref="SearchSpace"/> outside the library and refuses some combinations.</summary>
public class DerivedSpaceTests
{
    private static readonly ISearchSpace Space = new RisingDigits();

    [Fact]
    public void Refused_combinations_are_neither_enumerated_nor_created()
    {
        Assert.Equal(["00", "01", "02", "11", "12", "22"], Space.Enumerate().Select(architecture => architecture.Text));
        Assert.Throws<ArgumentException>(() => Space.Create([2, 1]));
        Assert.Throws<ArgumentException>(() => Space.Create([0, 3]));
    }

    [Fact]
    public void Samples_neighbors_and_children_are_of_the_space()
    {
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var (first, second) = (Space.Sample(random), Space.Sample(random));
            Assert.All(
                [first, second, Space.Mutate(first, random), Space.CrossOver(first, second, random), .. Space.GetNeighbors(second)],
                architecture => Assert.Equal(architecture, Space.Parse(architecture.Text)));
        }
    }

    private sealed class RisingDigits()
        : SearchSpace("rising", "two digits that do not fall", [new("first", ["0", "1", "2"]), new("second", ["0", "1", "2"])])
    {
        public override string Format(ReadOnlySpan<byte> choices) => $"{choices[0]}{choices[1]}";

        public override ArchitectureGraph GetGraph(Architecture architecture) => new([], []);

        protected override bool IsValid(ReadOnlySpan<byte> choices) => choices[0] <= choices[1];

        protected override bool TryRead(string text, byte[] choices, out int position, [NotNullWhen(false)] out string? expectation)
        {
            for (position = 0; position < 2; position++)
            {
                choices[position] = position < text.Length ? (byte)(text[position] - '0') : byte.MaxValue;
                if (choices[position] > 2 || (position == 1 && !IsValid(choices)))
                {
                    expectation = "a digit from 0 to 2, not below the one before";
                    return false;
                }
            }

            expectation = text.Length == 2 ? null : "the end";
            return expectation is null;
        }
    }
}
