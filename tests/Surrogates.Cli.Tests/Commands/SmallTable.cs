using System.Globalization;
using System.Text;
using Surrogates.Architectures;
using Surrogates.Tests;

namespace Surrogates.Cli.Tests.Commands;

/// <summary>A table of random connected micro cells with values by formula: one task that a surrogate can learn, and one with gaps.</summary>
internal static class SmallTable
{
    public static string Write(TemporaryFolder folder, int rows = 120, string name = "small.csv")
    {
        var random = new Random(7);
        var text = new StringBuilder("arch,size,gaps\n");
        foreach (var architecture in SearchSpaces.Micro.Enumerate().Where(SearchSpaces.Micro.IsConnected).OrderBy(_ => random.Next()).Take(rows))
        {
            var size = Math.Log(architecture.Canonical.Cost!.Value.Parameters) + (0.01 * random.NextDouble());
            var gap = random.Next(3) == 0 ? "" : (-size).ToString("R", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{architecture.Text},{size:R},{gap}\n");
        }

        return folder.File(name, text.ToString());
    }
}
