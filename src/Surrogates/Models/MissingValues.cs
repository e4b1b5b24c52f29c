namespace Surrogates.Models;

/// <summary>What stands for a missing feature: a number below all that were seen, so that a tree can tell it apart.</summary>
internal static class MissingValues
{
    /// <summary>For each feature, what stands for a missing number.</summary>
    public static float[] Find(ReadOnlySpan<float> rows, int width)
    {
        var lowest = new float[width];
        var highest = new float[width];
        Array.Fill(lowest, float.PositiveInfinity);
        Array.Fill(highest, float.NegativeInfinity);
        for (var i = 0; i < rows.Length; i++)
        {
            if (!float.IsNaN(rows[i]))
            {
                lowest[i % width] = Math.Min(lowest[i % width], rows[i]);
                highest[i % width] = Math.Max(highest[i % width], rows[i]);
            }
        }

        var missing = new float[width];
        for (var feature = 0; feature < width; feature++)
        {
            var (low, high) = (lowest[feature], highest[feature]);
            missing[feature] = float.IsFinite(low) ? low - Math.Max(high - low, 1e-3f * Math.Max(1, Math.Abs(low))) : 0;
        }

        return missing;
    }

    /// <summary>Puts them in place of NaN.</summary>
    public static void Fill(Span<float> rows, float[] missing)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = float.IsNaN(rows[i]) ? missing[i % missing.Length] : rows[i];
        }
    }

    /// <summary>Writes what stands for each feature's missing numbers.</summary>
    public static void Write(BinaryWriter writer, float[] missing)
    {
        writer.Write(missing.Length);
        foreach (var number in missing)
        {
            writer.Write(number);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static float[] Read(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        if (length is < 1 or > short.MaxValue)
        {
            throw new InvalidDataException($"{length} features; expected 1 to {short.MaxValue}");
        }

        var missing = new float[length];
        for (var feature = 0; feature < length; feature++)
        {
            missing[feature] = reader.ReadSingle();
        }

        return missing;
    }
}
