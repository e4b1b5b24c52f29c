using Surrogates.Training.Data.Decoding;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>Reads the files of labels whole.</summary>
internal static class LabelFile
{
    /// <summary>The bytes of a file.</summary>
    /// <exception cref="InputException">It cannot be read, is empty, or larger than such a file is.</exception>
    public static byte[] Read(string path, long maximumBytes)
    {
        var length = PictureFile.LengthOf(path);
        switch (length)
        {
            case 0:
                // Pipes and devices also have no length; they are not opened, since that may never return.
                throw new InputException($"{path}: the file is empty; copy it again, or leave it out.");
            case var _ when length > maximumBytes:
                throw new InputException($"{path}: {length} bytes; a file of this kind has at most {maximumBytes}.");
        }

        return UserFile.Try(path, "read", () =>
        {
            using var stream = UserFile.Open(path);
            var content = new byte[length];
            var count = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return count == length ? content : content[..count];
        });
    }
}
