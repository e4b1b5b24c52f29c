using CsCheck;
using Surrogates.Training.Data.Rooms.Geometry;

namespace Surrogates.Training.Tests.Data.Rooms.Geometry;

public class ShapeTests
{
    // From outside of all shapes, towards somewhere near them.
    private static readonly Gen<(Point3 Origin, Point3 Direction)> Rays =
        from side in Gen.Double[-1, 1].Array[2]
        from axis in Gen.Int[0, 2]
        from sign in Gen.OneOf(Gen.Const(-3f), Gen.Const(3f))
        from target in Gen.Double[-1.3, 1.3].Array[3]
        let origin = Place(axis, sign, (float)side[0] * 3, (float)side[1] * 3)
        select (origin, new Point3((float)target[0], (float)target[1], (float)target[2]) - origin);

    [Fact]
    public void Box_is_entered_at_its_first_point() =>
        Check<BoxShape>(0, p => Math.Max(Math.Abs(p.X), Math.Max(Math.Abs(p.Y), Math.Abs(p.Z))) - 1);

    [Fact]
    public void Ellipsoid_is_entered_at_its_first_point() =>
        Check<EllipsoidShape>(0, p => Math.Sqrt(Point3.Dot(p, p)) - 1);

    [Theory]
    [InlineData(0f)]
    [InlineData(0.3f)]
    [InlineData(-0.6f)]
    public void Cone_is_entered_at_its_first_point(float taper) =>
        Check<ConeShape>(taper, p => Math.Max(Math.Sqrt(p.X * p.X + p.Z * p.Z) - (1 + taper * p.Y), Math.Abs(p.Y) - 1));

    [Fact]
    public void Room_is_left_at_the_face_that_is_told() =>
        Gen.Select(Gen.Double[-0.9, 0.9].Array[3], Gen.Double[-1, 1].Array[3]).Where((_, to) => to.Max(Math.Abs) > 0.1).Sample((from, to) =>
        {
            var origin = new Point3((float)from[0], (float)from[1], (float)from[2]);
            var direction = new Point3((float)to[0], (float)to[1], (float)to[2]);
            var t = RoomShape.Enter(new LanePoint(origin), new LanePoint(direction), 0, out var face)[0];
            var end = origin + direction * t;
            float[] parts = [-end.X, end.X, -end.Y, end.Y, -end.Z, end.Z];
            Assert.Equal(parts.Max(), parts[face[0]], 1e-4);
            Assert.Equal(1, parts[face[0]], 1e-4);
        });

    /// <summary>Walks along rays and compares with where the shape, of which the distance is negative inside, is entered.</summary>
    private static void Check<TShape>(float taper, Func<Point3, double> distance)
        where TShape : struct, IShape =>
        Rays.Sample(ray =>
        {
            const int Steps = 500;
            var t = TShape.Enter(new LanePoint(ray.Origin), new LanePoint(ray.Direction), taper, out _)[5];
            if (float.IsFinite(t))
            {
                Assert.InRange(distance(ray.Origin + ray.Direction * t), -1e-3, 1e-3);
            }

            for (var step = 0; step < Steps * 2; step++)
            {
                var at = (float)step / Steps;
                if (at < t - 1e-3)
                {
                    Assert.True(distance(ray.Origin + ray.Direction * at) > -1e-3);
                }
            }
        }, iter: 200);

    private static Point3 Place(int axis, float fixedPart, float a, float b) => axis switch
    {
        0 => new Point3(fixedPart, a, b),
        1 => new Point3(a, fixedPart, b),
        _ => new Point3(a, b, fixedPart),
    };
}
