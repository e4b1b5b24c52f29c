using System.Text;

namespace Surrogates.Cli.Output;

/// <summary>Files that a command writes.</summary>
internal static class OutputFile
{
    /// <summary>Refuses a path whose folder is missing, before any work is done for it.</summary>
    /// <exception cref="InputException">There is no such folder, or the path is that of a folder.</exception>
    public static void RequireFolder(string? path)
    {
        if (path is null)
        {
            return;
        }

        if (path.Length == 0 || Directory.Exists(path))
        {
            throw new InputException($"{(path.Length == 0 ? "''" : path)}: cannot write it: expected the name of a file, not of a folder");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new InputException($"{path}: cannot write it: there is no folder {folder}");
        }
    }

    /// <summary>Writes a text as UTF-8; the file appears whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void WriteText(string path, string text) => AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
}
