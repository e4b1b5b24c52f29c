using System.Globalization;
using Surrogates.Architectures;
using Surrogates.Tests;

namespace Surrogates.Cli.Tests.Commands;

/// <summary>Small tables whose values follow from the architectures.</summary>
internal static class SampleTable
{
    /// <summary>Every n-th cell of the micro space with the tasks <c>good</c>, <c>bad</c> (its reverse) and <c>gaps</c> (half measured).</summary>
    public static string Micro(TemporaryFolder folder, int every = 64)
    {
        var rows = SearchSpaces.Micro.Enumerate().Where((_, i) => i % every == every - 1).Select((architecture, i) =>
        {
            var value = Value(architecture);
            return string.Create(CultureInfo.InvariantCulture, $"{architecture},{value},{-value},{(i % 2 == 0 ? value : "")}");
        });
        return folder.File("micro.csv", $"arch,good,bad,gaps\n{string.Join('\n', rows)}\n");
    }

    public static double Value(Architecture architecture)
    {
        var canonical = architecture.Canonical.Choices;
        var value = 50.0;
        for (var i = 0; i < canonical.Length; i++)
        {
            value += canonical[i] * (i + 1) * 0.25;
        }

        return value;
    }
}
