#pragma warning disable CS1591
using Microsoft.ML.Data;
namespace Surrogates.Training.Data;
public sealed class ImageDataset : IDisposable { public string Name { get; init; } = ""; public int Count { get; init; } public int Height { get; init; } public int Width { get; init; } public const int Channels = 3; public ImageLabels Labels { get; init; } = new NoLabels(); public byte[] Pixels = []; public void Read(ReadOnlySpan<int> indices, Span<byte> destination) { var n = 3 * Height * Width; for (var i = 0; i < indices.Length; i++) { Pixels.AsSpan(indices[i] * n, n).CopyTo(destination[(i * n)..]); } } public void Dispose() { } }
public abstract record ImageLabels;
public sealed record ClassLabels(IReadOnlyList<string> ClassNames, int[] Classes) : ImageLabels;
public sealed record SoftLabels(IReadOnlyList<string> ClassNames, float[] Probabilities) : ImageLabels;
public sealed record VectorLabels(IReadOnlyList<string> TargetNames, float[] Targets) : ImageLabels;
public sealed record NoLabels : ImageLabels;
public sealed record ImageSubset(ImageDataset Dataset, int[] Indices) { public int Count => Indices.Length; }
internal sealed class ImagePreprocessing(int height, int width) { public void ToPlanes(MLImage image, Span<byte> destination) { _ = (height, width, image); destination.Clear(); } }
