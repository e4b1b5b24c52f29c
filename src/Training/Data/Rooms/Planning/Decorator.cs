using Surrogates.Training.Data.Rooms.Furniture;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Labels;
using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>Adds what lies flat: windows, doors and pictures on the walls, rugs on the floor.</summary>
internal readonly ref struct Decorator(RoomPlan plan, FloorPlan floor, Dice dice)
{
    public void Decorate()
    {
        if (dice.Chance(0.6))
        {
            AddWindow();
        }

        if (dice.Chance(0.6))
        {
            var tries = 5;
            while (tries-- > 0 && !TryAddDoor())
            {
            }
        }

        for (var i = dice.Pick(3); i > 0; i--)
        {
            AddPicture();
        }

        if (dice.Chance(0.35))
        {
            AddRug();
        }
    }

    private void AddWindow()
    {
        var (width, height) = (dice.Between(0.6f, 2), dice.Between(0.8f, 1.4f));
        var bottom = dice.Between(0.7f, 1.05f);
        if (!TryWall(width, out var wall, out var along))
        {
            return;
        }

        height = MathF.Min(height, plan.Box.Height - bottom - 0.15f);
        var frame = FloorPlan.OnWall(wall, plan.Box, along, -plan.Box.Floor + bottom, 0);
        Windows.Build(new FurnitureBuilder(plan, dice, frame, new Point3(width, height, 0.06f), SegmentClass.Window));
        var middle = frame with { Origin = frame.At(0, height / 2, 0) };
        var daylight = new Point3(0.75f, 0.88f, 1) * (width * height * dice.Between(1.5f, 4));
        plan.Add(new Light(middle.At(0, 0, 0.1f), daylight, frame.Z));
        if (dice.Chance(0.5))
        {
            // From outside, down into the room.
            var toSun = middle.X * dice.Between(-0.9f, 0.9f) + middle.Y * dice.Between(0.3f, 1.1f) - middle.Z;
            var length = MathF.Sqrt(Point3.Dot(toSun, toSun));
            var colour = new Point3(1, 0.9f, 0.72f) * dice.Between(1.5f, 4);
            plan.Sun = new Sun(toSun * (1 / length), colour, middle, width / 2 - 0.05f, height / 2 - 0.05f);
        }
    }

    private bool TryAddDoor()
    {
        var (width, height) = (dice.Between(0.75f, 1), MathF.Min(dice.Between(1.95f, 2.15f), plan.Box.Height - 0.1f));
        var wall = DrawWall(width, out var along);

        // Nothing stands before it.
        var frame = FloorPlan.OnWall(wall, plan.Box, along, -plan.Box.Floor, 0);
        var isFree = !floor.IsTaken(Footprint.Of(frame with { Origin = frame.At(0, 0, 0.3f) }, width, 0.6f));
        if (!isFree || !TryHang(wall, along, width))
        {
            return false;
        }

        Doors.Build(new FurnitureBuilder(plan, dice, frame, new Point3(width, height, 0.05f), SegmentClass.Door));
        return true;
    }

    private void AddPicture()
    {
        var (width, height) = (dice.Between(0.3f, 1), dice.Between(0.3f, 0.8f));
        if (TryWall(width, out var wall, out var along))
        {
            var frame = FloorPlan.OnWall(wall, plan.Box, along, -plan.Box.Floor + dice.Between(1.25f, 1.45f), 0);
            Pictures.Build(new FurnitureBuilder(plan, dice, frame, new Point3(width, height, 0.03f), SegmentClass.Picture));
        }
    }

    private void AddRug()
    {
        var (width, depth) = (dice.Between(0.7f, 2.2f), dice.Between(0.6f, 1.6f));
        var place = new Point3(
            dice.Between(-plan.Box.Left, plan.Box.Right) * 0.7f, -plan.Box.Floor, -plan.Box.Front * dice.Between(0.35f, 0.8f));
        var frame = Frame.Upright(place, dice.Near(-20, 20));
        if (Footprint.Of(frame, width, depth).IsWithin(plan.Box))
        {
            Rugs.Build(new FurnitureBuilder(plan, dice, frame, new Point3(width, 0.012f, depth), SegmentClass.Rug));
        }
    }

    private bool TryWall(float width, out Wall wall, out float along)
    {
        wall = DrawWall(width, out along);
        return TryHang(wall, along, width);
    }

    /// <summary>A wall and a place on it for something of a width.</summary>
    private Wall DrawWall(float width, out float along)
    {
        var wall = new Placer(plan, floor, dice).DrawWall();
        var (start, end) = Ends(wall);
        along = dice.Between(start + width / 2 + 0.08f, end - width / 2 - 0.08f);
        return wall;
    }

    /// <summary>Takes that place if the wall is long enough and nothing hangs there.</summary>
    private bool TryHang(Wall wall, float along, float width)
    {
        var (start, end) = Ends(wall);
        return end - start > width + 0.2f && floor.TryTakeWall(wall, along - width / 2, along + width / 2);
    }

    private (float Start, float End) Ends(Wall wall) =>
        wall is Wall.Front ? (-plan.Box.Left, plan.Box.Right) : (-plan.Box.Front, plan.Box.Back);
}
