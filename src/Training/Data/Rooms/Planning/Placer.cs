using Surrogates.Training.Data.Rooms.Furniture;
using Surrogates.Training.Data.Rooms.Geometry;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>Finds places for furniture, and builds it there.</summary>
internal readonly ref struct Placer(RoomPlan plan, FloorPlan floor, Dice dice)
{
    private const int Tries = 14;

    /// <summary>What stands against a wall is this far from it, metres.</summary>
    private const float WallGap = 0.03f;

    /// <summary>What the camera keeps away from furniture, and from what is as high as itself, metres.</summary>
    private const float Clearance = 0.6f, ClearanceOfHigh = 0.9f;

    public Point3 DrawSize(FurnitureKind kind)
    {
        var (low, high) = (kind.Smallest, kind.Largest);
        return new Point3(dice.Between(low.X, high.X), dice.Between(low.Y, high.Y), dice.Between(low.Z, high.Z));
    }

    /// <summary>A place for it anywhere before the camera: free or, mostly at the front, against a wall.</summary>
    public Frame DrawFrame(FurnitureKind kind, Point3 size)
    {
        var box = plan.Box;
        if (dice.Chance(kind.Freedom))
        {
            var place = new Point3(dice.Between(-box.Left, box.Right), -box.Floor, dice.Between(-box.Front, -0.5f));
            return Frame.Upright(place, (dice.Pick(3) - 1) * 90 + dice.Near(-40, 40));
        }

        var wall = DrawWall();
        var half = size.X / 2;
        var along = wall is Wall.Front
            ? dice.Between(-box.Left + half, box.Right - half)
            : dice.Between(-box.Front + half, -0.5f - half / 2);
        return FloorPlan.OnWall(wall, box, along, -box.Floor, size.Z / 2 + WallGap);
    }

    public Wall DrawWall() => dice.Pick(4) switch { 0 => Wall.Left, 1 => Wall.Right, _ => Wall.Front };

    /// <summary>Tries places until one is free and seen.</summary>
    public bool TryPlace(FurnitureKind kind)
    {
        var size = DrawSize(kind);
        for (var i = 0; i < Tries; i++)
        {
            if (TryBuild(kind, DrawFrame(kind, size), size))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Builds it if the place is free and seen.</summary>
    public bool TryBuild(FurnitureKind kind, in Frame frame, Point3 size)
    {
        var isSeen = plan.Camera.Sees(frame.At(0, size.Y / 2, 0), 0.05f);
        if (isSeen && TryTake(frame, size))
        {
            Build(kind, frame, size);
            return true;
        }

        return false;
    }

    public bool TryTake(in Frame frame, Point3 size) => floor.TryTake(
        Footprint.Of(frame, size.X, size.Z), plan.Box, size.Y > plan.Box.Floor - 0.3f ? ClearanceOfHigh : Clearance);

    public void Build(FurnitureKind kind, in Frame frame, Point3 size)
    {
        var start = plan.Primitives.Length;
        kind.Build(new FurnitureBuilder(plan, dice, frame, size, kind.Segment));
        plan.AddItem(kind.Object, start, frame, size.X, size.Z);
    }
}
