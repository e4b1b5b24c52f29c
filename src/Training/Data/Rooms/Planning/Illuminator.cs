using Surrogates.Training.Data.Rooms.Furniture;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Labels;
using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>Hangs the main lamp, lights the others, and sets how the camera records.</summary>
internal static class Illuminator
{
    public static void Light(RoomPlan plan, Dice dice)
    {
        AddMainLamp(plan, dice);
        foreach (ref readonly var item in plan.Items)
        {
            if (plan.Primitives[item.Start].Segment is SegmentClass.Lamp)
            {
                var top = (item.High.Y - item.Low.Y) * 0.9f;
                plan.Add(new Light(item.Frame.At(0, top, 0), LampColour(dice) * dice.Between(0.3f, 1.2f), default));
            }
        }

        plan.Ambient = Palette.Colour(dice, 0.6f, 1) * dice.Between(0.25f, 0.8f);
        var balance = new Point3(dice.Between(0.85f, 1.15f), dice.Between(0.93f, 1.07f), dice.Between(0.82f, 1.18f));
        plan.Exposure = new Exposure(dice.Between(0.25f, 0.75f), balance, dice.Between(0.5f, 6), dice.Seed());
    }

    /// <summary>Warm to cool white.</summary>
    private static Point3 LampColour(Dice dice) => Point3.Mix(new Point3(1, 0.75f, 0.45f), new Point3(0.9f, 0.97f, 1), dice.Between(0, 1));

    private static void AddMainLamp(RoomPlan plan, Dice dice)
    {
        var box = plan.Box;
        var place = new Point3(
            dice.Between(-box.Left, box.Right) * 0.7f, 0, dice.Between(-box.Front * 0.85f, box.Back * 0.6f));
        var drop = dice.Between(0.05f, MathF.Min(0.7f, box.Height - 1.9f));
        var frame = Frame.Upright(place with { Y = box.Ceiling - drop }, 0);
        plan.AddFirst(new Light(frame.At(0, -0.08f, 0), LampColour(dice) * dice.Between(2, 6), default));

        // One that hangs before the lens is left out.
        if (dice.Chance(0.75) && place.Z < -1)
        {
            CeilingLamps.Build(new FurnitureBuilder(plan, dice, frame, new Point3(dice.Between(0.25f, 0.55f), drop, 0), SegmentClass.Lamp));
        }
    }
}
