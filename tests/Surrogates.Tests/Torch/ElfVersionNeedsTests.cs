using System.Buffers.Binary;
using System.Text;
using Surrogates.Torch;

namespace Surrogates.Tests.Torch;

public sealed class ElfVersionNeedsTests
{
    private const int Strings = 64;
    private const int Needs = 128;
    private const int Sections = 256;

    [Fact]
    public void MarksTheVersionAndNothingElse()
    {
        var library = Create("A_1.0", "A_1.0.1", "B_2", "A_1");
        byte[] expected = [.. library];
        expected[Needs + 48 + 16 + 4] = 2;
        Assert.True(ElfVersionNeeds.Weaken(library, "B_2"));
        Assert.Equal(expected, library);
        Assert.True(ElfVersionNeeds.Weaken(library, "B_2"));
        Assert.Equal(expected, library);
    }

    [Fact]
    public void APartOfANameIsNotTheName()
    {
        var library = Create("A_1.0", "A_1.0.1", "B_2", "C");
        byte[] expected = [.. library];
        Assert.False(ElfVersionNeeds.Weaken(library, "A_1"));
        Assert.False(ElfVersionNeeds.Weaken(library, "D"));
        Assert.Equal(expected, library);
    }

    [Fact]
    public void WhatIsNoElfLibraryIsLeftAlone()
    {
        Assert.False(ElfVersionNeeds.Weaken([], "A"));
        Assert.False(ElfVersionNeeds.Weaken(Encoding.ASCII.GetBytes(new string('M', 200)), "A"));
        Assert.False(ElfVersionNeeds.Weaken(new byte[64], "A"));
    }

    // Two records (libraries) of two versions each; a record has 16 bytes, and so has an entry.
    private static byte[] Create(params string[] versions)
    {
        var library = new byte[Sections + (3 * 64)];
        "\u007fELF"u8.CopyTo(library);
        (library[4], library[5]) = (2, 1);
        Write64(0x28, Sections);
        Write16(0x3a, 64);
        Write16(0x3c, 3);
        var text = 1;
        for (var i = 0; i < versions.Length; i++)
        {
            Encoding.ASCII.GetBytes(versions[i]).CopyTo(library, Strings + text);
            var record = Needs + (i / 2 * 48);
            var entry = record + 16 + (i % 2 * 16);
            Write32(entry + 8, text);
            Write32(entry + 12, i % 2 == 0 ? 16 : 0);
            text += versions[i].Length + 1;
        }

        for (var i = 0; i < 2; i++)
        {
            Write16(Needs + (i * 48) + 2, 2);
            Write32(Needs + (i * 48) + 8, 16);
            Write32(Needs + (i * 48) + 12, i == 0 ? 48 : 0);
        }

        Write32(Sections + 64 + 4, 0x6ffffffe);
        Write64(Sections + 64 + 0x18, Needs);
        Write32(Sections + 64 + 0x28, 2);
        Write64(Sections + 128 + 0x18, Strings);
        return library;

        void Write16(int offset, int value) => BinaryPrimitives.WriteUInt16LittleEndian(library.AsSpan(offset), (ushort)value);
        void Write32(int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(library.AsSpan(offset), value);
        void Write64(int offset, int value) => BinaryPrimitives.WriteInt64LittleEndian(library.AsSpan(offset), value);
    }
}
