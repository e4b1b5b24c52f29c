using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Labels;
using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>Draws an empty room about the camera.</summary>
internal static class RoomShell
{
    /// <summary>Draws how large the room is, and what it is made of, so that the camera sees a piece of furniture well.</summary>
    public static void Build(RoomPlan plan, Dice dice, Point3 subject)
    {
        var box = plan.Evidence.IsNarrow ? Passage(dice) : Room(dice, subject);
        plan.Box = box;
        plan.Add(new Primitive
        {
            Shape = Shape.Room,
            Frame = Frame.Upright(
                new Point3((box.Right - box.Left) / 2, (box.Ceiling - box.Floor) / 2, (box.Back - box.Front) / 2), 0),
            Half = new Point3(box.Left + box.Right, box.Height, box.Front + box.Back) * 0.5f,
            SideMaterial = plan.Add(Finishes.Wall(plan.Evidence.Wall, dice)),
            BottomMaterial = plan.Add(Finishes.Floor(plan.Evidence.Floor, dice)),
            TopMaterial = plan.Add(Finishes.Ceiling(dice)),
            Segment = SegmentClass.Wall,
            Item = -1,
        });
    }

    private static RoomBox Passage(Dice dice)
    {
        var (floor, ceiling) = Heights(dice);
        var width = dice.Between(1.4f, 2.3f);
        var left = width * dice.Between(0.25f, 0.75f);
        return new RoomBox(left, width - left, floor, ceiling, dice.Between(3, 6.5f), dice.Between(0.3f, 2));
    }

    private static RoomBox Room(Dice dice, Point3 subject)
    {
        // Small things are seen in small rooms: the front wall is as far away as the subject is large.
        var (floor, ceiling) = Heights(dice);
        var front = subject.Z + 0.3f + MathF.Max(subject.X, 0.8f * subject.Y) * dice.Between(0.6f, 1.7f);
        front = Math.Clamp(front, 1.4f, 6) + dice.Between(0, 0.4f);
        return new RoomBox(dice.Between(0.7f, 2.8f), dice.Between(0.7f, 2.8f), floor, ceiling, front, dice.Between(0.4f, 2));
    }

    /// <summary>The heights below and above the camera.</summary>
    private static (float Floor, float Ceiling) Heights(Dice dice)
    {
        var floor = dice.Between(0.85f, 1.7f);
        return (floor, MathF.Max(dice.Between(2.25f, 3) - floor, 0.55f));
    }
}
