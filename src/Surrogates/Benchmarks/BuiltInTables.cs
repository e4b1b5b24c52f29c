namespace Surrogates.Benchmarks;

/// <summary>The tables that come with the library, so that everything runs before a table of one's own is at hand.</summary>
public static class BuiltInTables
{
    private const string FashionMicroResource = "Surrogates.Benchmarks.BuiltIn.fashion-micro.csv";

    private static readonly Lazy<BenchmarkTable> LazyFashionMicro = new(() =>
    {
        using var stream = typeof(BuiltInTables).Assembly.GetManifestResourceStream(FashionMicroResource)!;
        return BenchmarkTable.ReadCsv(stream, "fashion-micro.csv");
    });

    /// <summary>
    /// Accuracies in percent of random TransNAS micro cells that were really trained, at 8 base channels and for 3 epochs on 2,048 images of
    /// Fashion-MNIST, to tell the 10 classes (<c>fashion_class</c>) or which of 4 ways up an image is
    /// (<c>fashion_rotation</c>). One training each, so that it shows how things work; it is too small to publish on.
    /// </summary>
    /// <remarks><c>tools/measure_fashion_micro.py</c> measures it again.</remarks>
    public static BenchmarkTable FashionMicro => LazyFashionMicro.Value;

    /// <summary>One line that says what <see cref="FashionMicro"/> is.</summary>
    public static string FashionMicroDescription =>
        $"built-in table fashion-micro: {FashionMicro.Count} TransNAS micro cells, really trained for 3 epochs on 2,048 images of Fashion-MNIST; "
        + "small, for a first look (give a table of yours with --benchmark)";
}
