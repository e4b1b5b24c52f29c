using System.Buffers.Binary;
using System.Text;

namespace Surrogates.Torch;

/// <summary>The versions of other libraries' symbols that an ELF library asks for (its section <c>.gnu.version_r</c>).</summary>
/// <remarks>Linux Standard Base Core Specification 5.0, "Symbol Versioning"; 64-bit little-endian files.</remarks>
internal static class ElfVersionNeeds
{
    private const uint VersionNeedSection = 0x6ffffffe;
    private const ushort WeakFlag = 2;

    /// <summary>Marks a version as wanted but not needed, so that the loader does not refuse where the host lacks it.</summary>
    /// <param name="library">The library's bytes, changed in place.</param>
    /// <param name="version">The version, such as <c>GLIBCXX_3.4.32</c>.</param>
    /// <returns>Whether the library asked for that version.</returns>
    public static bool Weaken(Span<byte> library, string version)
    {
        if (library.Length < 64 || !library.StartsWith("\u007fELF"u8) || library[4] != 2 || library[5] != 1)
        {
            return false;
        }

        var name = Encoding.ASCII.GetBytes(version);
        var sections = (int)ReadUInt64(library, 0x28);
        var sectionSize = ReadUInt16(library, 0x3a);
        var found = false;
        for (var i = 0; i < ReadUInt16(library, 0x3c); i++)
        {
            var section = sections + (i * sectionSize);
            if (ReadUInt32(library, section + 4) == VersionNeedSection)
            {
                var strings = sections + ((int)ReadUInt32(library, section + 0x28) * sectionSize);
                found |= WeakenSection(library, (int)ReadUInt64(library, section + 0x18), (int)ReadUInt64(library, strings + 0x18), name);
            }
        }

        return found;
    }

    // One record a library, each with a list of the versions that are needed of it.
    private static bool WeakenSection(Span<byte> library, int record, int strings, ReadOnlySpan<byte> name)
    {
        var found = false;
        int nextRecord;
        do
        {
            var entry = record + (int)ReadUInt32(library, record + 8);
            for (var i = 0; i < ReadUInt16(library, record + 2); i++)
            {
                var text = library[(strings + (int)ReadUInt32(library, entry + 8))..];
                if (text.StartsWith(name) && text[name.Length] == 0)
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(library[(entry + 4)..], (ushort)(ReadUInt16(library, entry + 4) | WeakFlag));
                    found = true;
                }

                entry += (int)ReadUInt32(library, entry + 12);
            }

            nextRecord = (int)ReadUInt32(library, record + 12);
            record += nextRecord;
        }
        while (nextRecord != 0);

        return found;
    }

    private static ushort ReadUInt16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[offset..]);

    private static uint ReadUInt32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);

    private static ulong ReadUInt64(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[offset..]);
}
