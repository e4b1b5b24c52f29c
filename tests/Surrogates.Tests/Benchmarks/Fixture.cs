using System.Text.Json;

namespace Surrogates.Tests.Benchmarks;

/// <summary>The small files that Fixtures/make_fixtures.py wrote with PyTorch, and what torch.load answers for them.</summary>
internal static class Fixture
{
    private static readonly string Folder = System.IO.Path.Combine(AppContext.BaseDirectory, "Benchmarks", "Fixtures");

    public static TheoryData<string> Names =>
        [.. new DirectoryInfo(Folder).GetFiles("*.pth").Select(file => file.Name[..^".pth".Length]).Order(StringComparer.Ordinal)];

    public static string Path(string name) => System.IO.Path.Combine(Folder, $"{name}.pth");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path(name));

    public static JsonElement Golden() => JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(Folder, "golden.json"))).RootElement;

    /// <summary>A number of the golden file, in which those that are not finite are text.</summary>
    public static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDouble()
        : value.GetString() switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            _ => double.NaN,
        };
}
