using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using Surrogates.Training.Data.Rooms.Geometry;

namespace Surrogates.Training.Data.Rooms.Rendering;

/// <summary>Writes eight levels of a row, or fewer at its end.</summary>
internal static class PixelBytes
{
    /// <param name="levels">The levels; what is below 0 becomes 0, what is above 255 becomes 255, all else the nearest number.</param>
    /// <param name="row">What is left of the row.</param>
    public static void Write(Vector256<float> levels, Span<byte> row)
    {
        var bounded = Lanes.Min(Lanes.Max(levels + Vector256.Create(0.5f), Vector256<float>.Zero), Vector256.Create(255f));
        var whole = Vector256.ConvertToInt32Native(Vector256.Floor(bounded));
        var shorts = Vector128.Narrow(whole.GetLower(), whole.GetUpper());
        var bytes = Vector128.Narrow(shorts.AsUInt16(), shorts.AsUInt16()).AsUInt64()[0];
        if (row.Length >= Lanes.Count)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(row, bytes);
            return;
        }

        for (var i = 0; i < row.Length; i++)
        {
            row[i] = (byte)(bytes >> (8 * i));
        }
    }
}
