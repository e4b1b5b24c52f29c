using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>
/// Arithmetic of eight rays at a time, of operations alone that every machine rounds alike: nothing is fused, estimated or taken
/// from the C runtime.
/// </summary>
internal static class Lanes
{
    public const int Count = 8;

    /// <summary>0 to 7.</summary>
    public static Vector256<float> Steps => Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);

    // Vector256.Min and Max are defined alike everywhere too, but at the price of ordering NaN and the two zeros.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Min(Vector256<float> a, Vector256<float> b) =>
        Vector256.ConditionalSelect(Vector256.LessThan(a, b), a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Clamp01(Vector256<float> x) => Min(Max(x, Vector256<float>.Zero), Vector256<float>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Mix(Vector256<float> a, Vector256<float> b, Vector256<float> share) => a + (b - a) * share;

    /// <summary>One divided by a part of a direction; parallel to an axis a large number, where infinity would lead to NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Inverse(Vector256<float> x)
    {
        var least = Vector256.Create(1e-12f);
        return Vector256<float>.One / Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(x), least), least, x);
    }

    /// <summary>One where the comparison holds, zero elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Where(Vector256<float> comparison) => comparison & Vector256<float>.One;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Fraction(Vector256<float> x) => x - Vector256.Floor(x);

    /// <summary>A number in [0, 1) that belongs to a cell of a grid; the coordinates are whole and below 2³⁰.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Random(Vector256<float> column, Vector256<float> row, uint seed) =>
        Unit(Hash(Vector256.ConvertToInt32Native(column).AsUInt32(), Vector256.ConvertToInt32Native(row).AsUInt32(), seed));

    /// <summary>Scatters two whole numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Hash(Vector256<uint> column, Vector256<uint> row, uint seed)
    {
        var hash = column * Vector256.Create(0x9e3779b1u) + row * Vector256.Create(0x85ebca77u) + Vector256.Create(seed);
        hash = (hash ^ (hash >>> 15)) * Vector256.Create(0x2c1b3c6du);
        hash = (hash ^ (hash >>> 12)) * Vector256.Create(0x297a2d39u);
        return hash ^ (hash >>> 15);
    }

    /// <summary>The upper bits as a number in [0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Unit(Vector256<uint> hash) =>
        Vector256.ConvertToSingle((hash >>> 8).AsInt32()) * Vector256.Create(1f / (1 << 24));

    /// <summary>Smooth noise in [0, 1) over a grid of unit cells.</summary>
    // Long, and called from many places.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<float> Noise(Vector256<float> u, Vector256<float> v, uint seed)
    {
        var (column, row) = (Vector256.Floor(u), Vector256.Floor(v));
        var (x, y) = (Smooth(u - column), Smooth(v - row));
        var one = Vector256<float>.One;
        var near = Mix(Random(column, row, seed), Random(column + one, row, seed), x);
        var far = Mix(Random(column, row + one, seed), Random(column + one, row + one, seed), x);
        return Mix(near, far, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Smooth(Vector256<float> x) => x * x * (Vector256.Create(3f) - x - x);
}
