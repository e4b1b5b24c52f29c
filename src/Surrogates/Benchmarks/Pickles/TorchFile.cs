namespace Surrogates.Benchmarks.Pickles;

/// <summary>
/// A file of <c>torch.save</c>: the zip archive of PyTorch 1.6 and later, or the stream of pickles before it. A bare
/// pickle is taken too.
/// </summary>
internal static class TorchFile
{
    /// <summary>Whether the first bytes are those of such a file.</summary>
    public static bool IsRecognized(ReadOnlySpan<byte> start) =>
        TorchArchive.IsRecognized(start) || start is [0x80, <= 5, ..] || TorchStream.IsRecognizedAsText(start);

    /// <summary>Reads the object that was saved.</summary>
    public static PickleValue Read(
        string file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken, out PickleContext context)
    {
        var budget = new PickleBudget(file, content.Length);
        return TorchArchive.IsRecognized(content.Span)
            ? TorchArchive.Read(file, content, budget, cancellationToken, out context)
            : TorchStream.Read(new(file, content), budget, cancellationToken, out context);
    }

    /// <summary>The exception for a tensor that reaches out of its storage.</summary>
    public static BenchmarkFormatException OutOfStorage(string file, TorchTensor tensor) =>
        new($"{file}: a tensor that reaches out of its storage {Quoted.Show(tensor.Storage.Key)}; the file is damaged.");
}
