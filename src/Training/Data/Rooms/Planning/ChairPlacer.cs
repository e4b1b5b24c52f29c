using Surrogates.Training.Data.Rooms.Furniture;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Labels;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>Puts chairs to tables and desks, or one anywhere.</summary>
internal static class ChairPlacer
{
    private const int Sides = 4;

    /// <summary>Whether a chair, or more, could be placed.</summary>
    public static bool Place(RoomPlan plan, Placer placer, Dice dice)
    {
        // Those of a room are of one size.
        var kind = Catalogue.Objects[(int)ObjectClass.Chair];
        var size = placer.DrawSize(kind);
        var isPlaced = false;
        var count = plan.Items.Length;
        for (var i = 0; i < count; i++)
        {
            // A copy: what is built adds items.
            var item = plan.Items[i];
            if (item.Object is ObjectClass.Table or ObjectClass.Desk)
            {
                isPlaced |= PlaceAt(item, kind, size, placer, dice);
            }
        }

        return isPlaced || placer.TryPlace(kind);
    }

    private static bool PlaceAt(in Item table, FurnitureKind kind, Point3 size, Placer placer, Dice dice)
    {
        var isPlaced = false;
        for (var side = 0; side < Sides; side++)
        {
            // Sides 0 and 1 are the long ones. At a desk one sits before it.
            var isEnd = side >= 2;
            if (dice.Chance(isEnd ? 0.5 : 0.3) || (table.Object is ObjectClass.Desk && side != 0))
            {
                continue;
            }

            var sign = (side & 1) == 0 ? 1 : -1;
            var distance = (isEnd ? table.HalfWidth : table.HalfDepth) + size.Z / 2 + dice.Between(0.03f, 0.2f);
            var slide = dice.Near(-0.4f, 0.4f) * (isEnd ? table.HalfDepth : table.HalfWidth);
            var place = isEnd ? table.Frame.At(sign * distance, 0, slide) : table.Frame.At(slide, 0, sign * distance);
            var front = (isEnd ? table.Frame.X : table.Frame.Z) * -sign;
            var frame = new Frame(place, new Point3(front.Z, 0, -front.X), new Point3(0, 1, 0), front);
            isPlaced |= placer.TryBuild(kind, frame.Turned(dice.Near(-25, 25)), size);
        }

        return isPlaced;
    }
}
