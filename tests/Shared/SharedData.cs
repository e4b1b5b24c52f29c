namespace Surrogates.Tests;

/// <summary>Real benchmark results that lie beside the checkout and are not part of it.</summary>
internal static class SharedData
{
    /// <summary>The path of a file of TransNAS-Bench-101's results; skips the test where it is missing.</summary>
    public static string TransNasBench101(string fileName)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "transnas-bench-101", fileName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"The results of TransNAS-Bench-101 ({fileName}) are not beside this checkout (../shared/data/transnas-bench-101).");
        return "";
    }
}
