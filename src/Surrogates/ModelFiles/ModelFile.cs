using System.IO.Compression;
using Microsoft.ML;

namespace Surrogates.ModelFiles;

/// <summary>ML.NET model files that the caller names.</summary>
internal static class ModelFile
{
    /// <summary>The payloads that a model file carries, in the order of its chain.</summary>
    /// <exception cref="InputException">The file cannot be read, or is not an ML.NET model.</exception>
    public static IReadOnlyList<string> ReadPayloads(string path)
    {
        var context = new MLContext();
        using var stream = UserFile.Open(path);
        try
        {
            // A model file is a zip; anything else is told apart before ML.NET, which has no words for it, sees it.
            using (new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
            {
                stream.Position = 0;
            }

            return [.. PayloadCarrier.FindPayloads(context, context.Model.Load(stream, out _))];
        }
        catch (Exception exception) when (exception is not (InputException or OutOfMemoryException))
        {
            throw new InputException($"{path}: not an ML.NET model file, or a damaged one: {FirstLine(exception)}", exception);
        }
    }

    private static string FirstLine(Exception exception) => exception.GetBaseException().Message.Split('\n')[0].Trim();
}
