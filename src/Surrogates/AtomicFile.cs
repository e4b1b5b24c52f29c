namespace Surrogates;

/// <summary>Writes files that appear whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>Writes to a temporary name beside the file and moves it into place, so that no half file is ever seen.</summary>
    /// <param name="path">The file, which is replaced where it exists.</param>
    /// <param name="write">Writes the content; where it throws, the file stays as it was.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        UserFile.Try(path, "write", () =>
        {
            var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
            try
            {
                using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
                {
                    write(stream);
                }

                File.Move(temporary, path, overwrite: true);
                return true;
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
        });
    }
}
