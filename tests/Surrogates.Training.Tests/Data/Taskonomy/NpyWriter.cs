using System.Buffers.Binary;
using System.Text;

namespace Surrogates.Training.Tests.Data.Taskonomy;

/// <summary>Makes <c>.npy</c> files as NumPy does.</summary>
internal static class NpyWriter
{
    public static byte[] Floats(params double[] numbers) => File(
        Header("'<f4'", $"({numbers.Length},)"), [.. numbers.SelectMany(number => BitConverter.GetBytes((float)number))]);

    public static byte[] Doubles(string shape, params double[] numbers) =>
        File(Header("'<f8'", shape), [.. numbers.SelectMany(BitConverter.GetBytes)]);

    public static string Header(string type, string shape, string order = "False") =>
        $"{{'descr': {type}, 'fortran_order': {order}, 'shape': {shape}, }}";

    /// <summary>A file of that format, its header padded so that the numbers begin at a multiple of 64.</summary>
    public static byte[] File(string header, byte[] data, byte version = 1)
    {
        var lengthBytes = version == 1 ? 2 : 4;
        var before = 8 + lengthBytes;
        var padded = (header + new string(' ', 63 - ((before + header.Length) % 64))) + "\n";
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, padded.Length);
        return [0x93, .. "NUMPY"u8, version, 0, .. length.AsSpan(0, lengthBytes), .. Encoding.Latin1.GetBytes(padded), .. data];
    }
}
