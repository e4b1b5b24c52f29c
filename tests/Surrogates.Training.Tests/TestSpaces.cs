using Surrogates.Architectures;

namespace Surrogates.Training.Tests;

/// <summary>A space of the user's own whose cells have every operation that has a name.</summary>
internal static class TestSpaces
{
    /// <summary>An architecture of <see cref="Cell"/> with all of its operations.</summary>
    public static string Mixed => Cell.Create([3, 5, 4, 6, 2, 1]).Text;

    public static ISearchSpace Cell { get; } = SearchSpaces.FromJson(
        """
        { "name": "test-cell", "cell": { "nodes": 4, "none": "zero", "identity": "skip",
          "operations": ["zero", "skip", "conv3x3", "sep_conv_3x3", "dil_conv_3x3", "max_pool_3x3", "avg_pool_3x3"] } }
        """);
}
