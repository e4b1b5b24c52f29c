using Surrogates.Numerics;
using Surrogates.Training.Loop;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Tests.Loop;

public sealed class GeometryTests
{
    private const int Height = 6;
    private const int Width = 8;

    private static readonly byte[] Picture = [.. Enumerable.Range(1, 3 * Height * Width).Select(value => (byte)value)];

    [Fact]
    public void NothingChangesNothing() => Assert.Equal(Picture, Change(new Augmentation(), seed: 1));

    [Fact]
    public void HalfAreMirrored()
    {
        byte[] mirrored = [.. Picture.Chunk(Width).SelectMany(row => row.Reverse())];
        var count = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var changed = Change(new Augmentation { MirrorsHorizontally = true }, seed);
            var isMirrored = changed.SequenceEqual(mirrored);
            Assert.True(isMirrored || changed.SequenceEqual(Picture));
            count += isMirrored ? 1 : 0;
        }

        Assert.InRange(count, 150, 250);
    }

    [Fact]
    public void ShiftsAreWithinTheShareAndLeaveBlack()
    {
        // A quarter of 6 and 8 pixels: 2 and 2.
        var found = new HashSet<(int Down, int Right)>();
        for (var seed = 0; seed < 1000; seed++)
        {
            var changed = Change(new Augmentation { Shift = .25 }, seed);
            found.Add(Assert.Single(
                from down in Enumerable.Range(-2, 5) from right in Enumerable.Range(-2, 5) select (down, right),
                shift => changed.SequenceEqual(Shift(shift.down, shift.right))));
        }

        Assert.Equal(25, found.Count);
    }

    private static byte[] Change(Augmentation augmentation, int seed)
    {
        var random = SplitMix64.ForStream(seed, 0);
        byte[] planes = [.. Picture];
        Geometry.Apply(planes, Height, Width, Geometry.Draw(Height, Width, augmentation, ref random));
        return planes;
    }

    private static byte[] Shift(int down, int right)
    {
        var shifted = new byte[Picture.Length];
        for (var i = 0; i < shifted.Length; i++)
        {
            var (plane, row, column) = (i / (Height * Width), (i / Width % Height) - down, (i % Width) - right);
            var isInside = row is >= 0 and < Height && column is >= 0 and < Width;
            shifted[i] = isInside ? Picture[(((plane * Height) + row) * Width) + column] : (byte)0;
        }

        return shifted;
    }
}
