using System.Collections.Immutable;
using Surrogates.Numerics;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// The room as the camera sees it, in nine numbers: the centre of its box in the camera's coordinates (x to the right, y up, z behind the
/// camera), the camera's angles in coordinates of the room, and the box's three lengths.
/// </summary>
/// <remarks>
/// The room's coordinates are turned by quarters so that x is the horizontal axis nearest to where the camera looks: what is in the
/// picture, not how the building was scanned, decides what the numbers are. (Taskonomy, Zamir et al., CVPR 2018; here as in
/// TransNAS-Bench-101, Duan et al., CVPR 2021, but not standardized.)
/// </remarks>
internal static class RoomLayout
{
    // Of a camera that is tilted by a right angle, two of the angles are one; here a cosine is taken for 0.
    private const double Smallest = 1e-15;

    /// <summary>The numbers' names.</summary>
    public static ImmutableArray<string> Names { get; } =
        ["centre right", "centre up", "centre behind", "angle x", "angle y", "angle z", "length", "width", "height"];

    /// <summary>The numbers' names and units: metres and radians.</summary>
    public static ImmutableArray<string> NamesWithUnits { get; } =
        [.. Names.Select(name => name + (name.StartsWith("angle", StringComparison.Ordinal) ? " (rad)" : " (m)"))];

    /// <summary>Writes the nine numbers of a view.</summary>
    public static void Compute(PointInfo view, Span<float> layout)
    {
        // The files give boxes in other coordinates than cameras: x of the box is y of the camera, y of the box x of the camera. So that
        // both agree, the camera is turned by a quarter, (x, y) to (y, −x), and the box is mirrored.
        double[][] camera = CameraToWorld(view.Rotation, view.Location);
        Turn(camera, Negated);
        double[][] box = [view.Box[0], Reversed(view.Box[1]), view.Box[2]];
        for (var turns = TurnsToFront(camera); turns > 0; turns--)
        {
            Turn(camera, Negated);
            Turn(box, Reversed);
        }

        var angles = AnglesOf(camera);
        for (var i = 0; i < 3; i++)
        {
            // Into the camera's coordinates, by the transposed rotation.
            var centre = 0.0;
            for (var axis = 0; axis < 3; axis++)
            {
                centre += camera[axis][i] * (((box[axis][0] + box[axis][1]) / 2) - camera[axis][3]);
            }

            layout[i] = (float)centre;
            layout[3 + i] = (float)angles[i];
            layout[6 + i] = (float)(box[i][1] - box[i][0]);
        }
    }

    /// <summary>The rows of the matrix from the camera's coordinates to the world's: rotations about x, y and z, and a place.</summary>
    private static double[][] CameraToWorld(double[] angles, double[] location)
    {
        var (sinX, cosX) = PlainMath.SinCos(angles[0]);
        var (sinY, cosY) = PlainMath.SinCos(angles[1]);
        var (sinZ, cosZ) = PlainMath.SinCos(angles[2]);
        return
        [
            [cosZ * cosY, (cosZ * sinY * sinX) - (sinZ * cosX), (cosZ * sinY * cosX) + (sinZ * sinX), location[0]],
            [sinZ * cosY, (sinZ * sinY * sinX) + (cosZ * cosX), (sinZ * sinY * cosX) - (cosZ * sinX), location[1]],
            [-sinY, cosY * sinX, cosY * cosX, location[2]],
        ];
    }

    /// <summary>Turns the world by a quarter: (x, y) becomes (y, −x).</summary>
    private static void Turn(double[][] rows, Func<double[], double[]> negate) => (rows[0], rows[1]) = (rows[1], negate(rows[0]));

    private static double[] Negated(double[] row) => Array.ConvertAll(row, value => -value);

    private static double[] Reversed(double[] range) => [-range[1], -range[0]];

    /// <summary>The turns after which x is the axis nearest to where the camera looks, which is against its own z.</summary>
    private static int TurnsToFront(double[][] camera)
    {
        var (x, y) = (-camera[0][2], -camera[1][2]);
        double[] afterTurns = [x, y, -x, -y];
        return Array.IndexOf(afterTurns, afterTurns.Max());
    }

    /// <summary>The angles about x, y and z of a rotation.</summary>
    private static double[] AnglesOf(double[][] rows)
    {
        var cosY = Math.Sqrt((rows[0][0] * rows[0][0]) + (rows[1][0] * rows[1][0]));
        var y = PlainMath.Atan2(-rows[2][0], cosY);
        return cosY > Smallest
            ? [PlainMath.Atan2(rows[2][1], rows[2][2]), y, PlainMath.Atan2(rows[1][0], rows[0][0])]
            : [PlainMath.Atan2(-rows[1][2], rows[1][1]), y, 0];
    }
}
