using System.Security.Cryptography;

namespace Surrogates.Torch;

/// <summary>A copy of TorchSharp's library that loads with an older C++ library.</summary>
internal static class CompatibleCopy
{
    // The one symbol that TorchSharp's library takes from this version is std::ios_base_library_init(), a marker for the linker
    // without a relocation: nothing is called that an older library lacks.
    private const string Version = "GLIBCXX_3.4.32";

    /// <summary>The path of a copy of the library that does not insist on the version; the library itself where it does not.</summary>
    public static string Of(string library)
    {
        if (!OperatingSystem.IsLinux())
        {
            return library;
        }

        // The library itself is never changed: it may be a hard link into the NuGet cache.
        var bytes = File.ReadAllBytes(library);
        if (!ElfVersionNeeds.Weaken(bytes, Version))
        {
            return library;
        }

        var root = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        var folder = Path.Combine(
            root is { Length: > 0 } ? root : Path.GetTempPath(), "surrogates", "native", Convert.ToHexString(SHA256.HashData(bytes))[..16]);
        var copy = Path.Combine(folder, Path.GetFileName(library));
        if (!File.Exists(copy) || !File.ReadAllBytes(copy).AsSpan().SequenceEqual(bytes))
        {
            UserFile.Try(copy, "write", () => Directory.CreateDirectory(folder));
            AtomicFile.Write(copy, stream => stream.Write(bytes));
        }

        return copy;
    }
}
