using CsCheck;
using Surrogates.Training.Data.Taskonomy;

namespace Surrogates.Training.Tests.Data.Taskonomy;

public class RoomLayoutTests
{
    private const double Right = Math.PI / 2;

    // The world's x, y and z of the room, as cameras have them: 4, 6 and 3 metres, around (10, 20, 1.5).
    private static readonly double[] Middle = [10, 20, 1.5];
    private static readonly double[] Lengths = [4, 6, 3];

    /// <summary>
    /// A camera at the middle of a room that looks along an axis, upright: at angles of 0 it looks down, a quarter about x lifts it to look
    /// along y, a turn about z from there. Whatever the axis, it looks along the room's x: its x is the room's −y, its y the room's z, its
    /// z (behind it) the room's −x, which are the angles π/2, 0, −π/2.
    /// </summary>
    [Theory]
    [InlineData(0, 6, 4)]
    [InlineData(1, 4, 6)]
    [InlineData(2, 6, 4)]
    [InlineData(3, 4, 6)]
    public void Camera_at_the_middle_that_looks_along_an_axis(int quarters, double length, double width) =>
        AssertLayout([0, 0, 0, Right, 0, -Right, length, width, 3], Middle, [Right, 0, quarters * Right]);

    [Theory]
    [InlineData(0, 10, 19)]
    [InlineData(1, 11, 20)]
    [InlineData(2, 10, 21)]
    [InlineData(3, 9, 20)]
    public void Camera_a_step_back_has_the_middle_before_it(int quarters, double x, double y)
    {
        var layout = Compute([x, y, 1], [Right, 0, quarters * Right]);
        Assert.Equal([0, 0.5, -1], layout[..3].Select(value => Math.Round(value, 6)));
    }

    [Fact]
    public void Yawed_camera_has_its_yaw_in_the_last_angle_and_the_middle_aside()
    {
        // Looks along y, turned by 30° to the left; the middle is 2 m along y: 1 m to the right, √3 m ahead.
        var yaw = Math.PI / 6;
        AssertLayout([1, 0, -Math.Sqrt(3), Right, 0, -Right + yaw, 6, 4, 3], [10, 18, 1.5], [Right, 0, yaw]);

        // Beyond 45° another axis is the nearest, and the same yaw is 30° to the right of it.
        AssertLayout([-1, 0, -Math.Sqrt(3), Right, 0, -Right - yaw, 4, 6, 3], [12, 20, 1.5], [Right, 0, 2 * yaw]);
    }

    [Fact]
    public void Pitched_camera_has_its_pitch_in_the_first_angle()
    {
        // Looks along y and 30° down; the middle is 2 m along y: √3 m ahead, 1 m above the axis.
        AssertLayout([0, 1, -Math.Sqrt(3), Right - (Math.PI / 6), 0, -Right, 6, 4, 3], [10, 18, 1.5], [Right - (Math.PI / 6), 0, 0]);
    }

    /// <summary>Poses of a building of Taskonomy; what they give was computed apart from this code, by products of matrices.</summary>
    [Fact]
    public void Real_poses_give_what_matrices_give()
    {
        AssertLayout(
            [
                -0.9772370752655695, 0.0016555134149897066, -2.6713516295711677, 1.474778652191162, -0.004216436762362718,
                -1.3831017335229596, 4.86071377038409, 5.290572015280041, 2.4598773320062173,
            ],
            new PointInfo(
                [4.119016, 3.356542, 1.473925],
                [1.474778652191162, -0.004216436762362719, 1.7584909200668335],
                [
                    [-0.7439483977378218, 4.546623617542219], [-0.7416977703840901, 4.119016], [-0.014586991097772728, 2.4452903409084445],
                ]));
        AssertLayout(
            [
                -0.7598446766415893, 0.04516679127091533, -3.268064382185031, 1.4742714166641235, -0.009175430051982403,
                -1.6109034895857395, 6.569903629525992, 4.121651352854855, 2.462733494798732,
            ],
            new PointInfo(
                [0.693011, 5.590496, 1.490906],
                [1.4742714166641235, -0.009175430051982403, 3.10148549079895],
                [[-0.9794076295259933, 5.590496], [-0.7416906067094617, 3.379960746145392], [-0.017424647151328188, 2.4453088476474036]]));
    }

    /// <summary>The same room and camera give the same numbers, however the scan's axes lie.</summary>
    [Fact]
    public void Turned_and_moved_worlds_give_the_same() =>
        Gen.Select(Gen.Double[-0.7, 0.7], Gen.Double[-0.5, 0.5], Gen.Double[-1, 1], Gen.Double[-1, 1], Gen.Int[1, 3]).Sample(
            (yaw, pitch, x, y, quarters) =>
            {
                double[] location = [Middle[0] + x, Middle[1] + y, 1.2];
                double[] rotation = [Right + pitch, 0, yaw];
                var expected = Compute(location, rotation);

                // (x, y) to (−y, x), as often.
                var (place, middle, lengths) = (location, Middle, Lengths);
                for (var i = 0; i < quarters; i++)
                {
                    place = [-place[1], place[0], place[2]];
                    middle = [-middle[1], middle[0], middle[2]];
                    lengths = [lengths[1], lengths[0], lengths[2]];
                }

                var actual = Compute(Info(place, [rotation[0], 0, yaw + (quarters * Right)], middle, lengths));
                for (var i = 0; i < expected.Length; i++)
                {
                    Assert.Equal(expected[i], actual[i], 1e-5);
                }
            });

    private static void AssertLayout(double[] expected, double[] location, double[] rotation) =>
        AssertLayout(expected, Info(location, rotation, Middle, Lengths));

    private static void AssertLayout(double[] expected, PointInfo info)
    {
        var actual = Compute(info);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-6);
        }
    }

    private static double[] Compute(double[] location, double[] rotation) => Compute(Info(location, rotation, Middle, Lengths));

    private static double[] Compute(PointInfo info)
    {
        var layout = new float[RoomLayout.Names.Length];
        RoomLayout.Compute(info, layout);
        return Array.ConvertAll(layout, value => (double)value);
    }

    // In the files, a box has x and y the other way round than cameras.
    private static PointInfo Info(double[] location, double[] rotation, double[] middle, double[] lengths) =>
        new(location, rotation, [Range(middle[1], lengths[1]), Range(middle[0], lengths[0]), Range(middle[2], lengths[2])]);

    private static double[] Range(double middle, double length) => [middle - (length / 2), middle + (length / 2)];
}
