using Surrogates.Training.Data.Rooms.Furniture;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Labels;
using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>Builds the room about one piece of furniture, aims the camera at it, and places the others where the camera sees them.</summary>
internal readonly ref struct Furnisher(RoomPlan plan, FloorPlan floor, Dice dice)
{
    private const int Tries = 14;

    /// <summary>What a piece may be out of the wall by, metres.</summary>
    private const float WallGap = 0.03f;

    private static readonly ObjectClass[] MayRepeat = [ObjectClass.Cabinet, ObjectClass.Shelf, ObjectClass.Sofa, ObjectClass.WashingMachine];

    /// <summary>Draws the room and the camera. False if the subject does not fit.</summary>
    public bool PlaceSubject()
    {
        var kind = Catalogue.Objects[(int)DrawSubject()];
        var size = DrawSize(kind);
        plan.Box = DrawRoom(size);
        AddRoom();
        var spot = DrawSpot(kind);
        var frame = DrawFrame(spot, size, Room());
        if (!floor.TryTake(Footprint.Of(frame, size.X, size.Z), plan.Box, 0.6f))
        {
            return false;
        }

        var centre = frame.At(0, size.Y / 2, 0);
        if (centre.Z > -0.7f)
        {
            return false;
        }

        var yaw = Angles.ArcTan(centre.X / -centre.Z) + dice.Near(-14, 14);
        var ahead = MathF.Sqrt(centre.X * centre.X + centre.Z * centre.Z);
        var pitch = Angles.ArcTan(centre.Y / ahead) + dice.Near(-12, 14);
        plan.Camera = new Camera(
            Math.Clamp(yaw, -38, 38), Math.Clamp(pitch, -38, 12), dice.Near(-6, 6), dice.Between(50, 80));
        Build(kind, frame, size);
        return plan.Camera.Sees(centre, 0);
    }

    /// <summary>Places what else the evidence holds. False if something does not fit.</summary>
    public bool PlaceOthers()
    {
        var subject = plan.Items[0].Object;
        foreach (var kind in Catalogue.Objects)
        {
            // Chairs come last: they go to tables.
            if (kind.Object != ObjectClass.Chair && kind.Object != subject && plan.Evidence.Has(kind.Object) && !TryPlace(kind))
            {
                return false;
            }
        }

        if (plan.Evidence.Has(ObjectClass.Chair) && !PlaceChairs() && subject != ObjectClass.Chair)
        {
            return false;
        }

        foreach (var kind in MayRepeat)
        {
            if (plan.Evidence.Has(kind) && dice.Chance(0.3))
            {
                TryPlace(Catalogue.Objects[(int)kind]);
            }
        }

        PlaceOptional(Catalogue.Plant, 0.28);
        PlaceOptional(Catalogue.FloorLamp, 0.22);
        return true;
    }

    private void PlaceOptional(FurnitureKind kind, double probability)
    {
        if (dice.Chance(probability))
        {
            TryPlace(kind);
        }
    }

    private ObjectClass DrawSubject()
    {
        var sum = 0f;
        foreach (var kind in Catalogue.Objects)
        {
            sum += plan.Evidence.Has(kind.Object) ? kind.Interest : 0;
        }

        var left = dice.Between(0, sum);
        var subject = ObjectClass.None;
        foreach (var kind in Catalogue.Objects)
        {
            if (plan.Evidence.Has(kind.Object) && left >= 0)
            {
                subject = kind.Object;
                left -= kind.Interest;
            }
        }

        return subject;
    }

    private Point3 DrawSize(FurnitureKind kind)
    {
        var (low, high) = (kind.Smallest, kind.Largest);
        return new Point3(dice.Between(low.X, high.X), dice.Between(low.Y, high.Y), dice.Between(low.Z, high.Z));
    }

    private RoomBox DrawRoom(Point3 subject)
    {
        var camera = dice.Between(1.05f, 1.75f);
        var ceiling = MathF.Max(dice.Between(2.3f, 3.1f) - camera, 0.55f);
        if (plan.Evidence.IsNarrow)
        {
            var width = dice.Between(1.4f, 2.3f);
            var left = width * dice.Between(0.25f, 0.75f);
            return new RoomBox(left, width - left, camera, ceiling, dice.Between(3, 6.5f), dice.Between(0.3f, 2));
        }

        var front = subject.Z + 0.3f + MathF.Max(subject.X, 0.8f * subject.Y) * dice.Between(0.6f, 1.7f);
        var (toLeft, toRight) = (dice.Between(0.7f, 2.8f), dice.Between(0.7f, 2.8f));
        return new RoomBox(toLeft, toRight, camera, ceiling, Math.Clamp(front, 1.4f, 6) + dice.Between(0, 0.4f), dice.Between(0.4f, 2));
    }

    private void AddRoom()
    {
        var box = plan.Box;
        var (evidence, half) = (plan.Evidence, new Point3(box.Left + box.Right, box.Height, box.Front + box.Back) * 0.5f);
        plan.Add(new Primitive
        {
            Shape = Shape.Room,
            Frame = Frame.Upright(new Point3((box.Right - box.Left) / 2, (box.Ceiling - box.Floor) / 2, (box.Back - box.Front) / 2), 0),
            Half = half,
            SideMaterial = plan.Add(Finishes.Wall(evidence.Wall, dice)),
            BottomMaterial = plan.Add(Finishes.Floor(evidence.Floor, dice)),
            TopMaterial = plan.Add(Finishes.Ceiling(dice)),
            Segment = SegmentClass.Wall,
            Item = -1,
        });
    }

    /// <summary>The part of the floor where the middle of something may be.</summary>
    private Footprint Room() => new(-plan.Box.Left, plan.Box.Right, -plan.Box.Front, -0.5f);

    private Spot DrawSpot(FurnitureKind kind)
    {
        if (dice.Chance(kind.Freedom))
        {
            return Spot.Free;
        }

        return dice.Pick(4) switch { 0 => Spot.LeftWall, 1 => Spot.RightWall, _ => Spot.FrontWall };
    }

    private Frame DrawFrame(Spot spot, Point3 size, in Footprint where)
    {
        var (half, y) = (size.X / 2, -plan.Box.Floor);
        if (spot is Spot.Free)
        {
            var place = new Point3(dice.Between(where.Left, where.Right), y, dice.Between(where.Front, where.Back));
            return Frame.Upright(place, (dice.Pick(3) - 1) * 90 + dice.Near(-40, 40));
        }

        var along = spot is Spot.FrontWall
            ? dice.Between(where.Left + half, where.Right - half)
            : dice.Between(where.Front + half, where.Back - half / 2);
        return FloorPlan.OnWall(spot, plan.Box, along, y, size.Z / 2 + WallGap);
    }

    private bool TryPlace(FurnitureKind kind)
    {
        var size = DrawSize(kind);
        for (var i = 0; i < Tries; i++)
        {
            var frame = DrawFrame(DrawSpot(kind), size, Room());
            if (TryBuild(kind, frame, size))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryBuild(FurnitureKind kind, in Frame frame, Point3 size)
    {
        if (!plan.Camera.Sees(frame.At(0, size.Y / 2, 0), 0.05f)
            || !floor.TryTake(Footprint.Of(frame, size.X, size.Z), plan.Box, size.Y > plan.Box.Floor - 0.3f ? 0.9f : 0.6f))
        {
            return false;
        }

        Build(kind, frame, size);
        return true;
    }

    private bool PlaceChairs()
    {
        var kind = Catalogue.Objects[(int)ObjectClass.Chair];
        var size = DrawSize(kind);
        var placed = false;

        // By number: building adds items.
        var count = plan.Items.Length;
        for (var i = 0; i < count; i++)
        {
            var item = plan.Items[i];
            if (item.Object is ObjectClass.Table or ObjectClass.Desk)
            {
                placed |= PlaceChairsAt(item, kind, size);
            }
        }

        return placed || TryPlace(kind);
    }

    private bool PlaceChairsAt(in Item table, FurnitureKind kind, Point3 size)
    {
        var placed = false;
        for (var side = 0; side < 4; side++)
        {
            var isEnd = side >= 2;
            if (dice.Chance(isEnd ? 0.5 : 0.3) || (table.Object is ObjectClass.Desk && side != 0))
            {
                continue;
            }

            // Of the same make, each turned a little and not quite at its place.
            var sign = (side & 1) == 0 ? 1 : -1;
            var distance = (isEnd ? table.HalfWidth : table.HalfDepth) + size.Z / 2 + dice.Between(0.03f, 0.2f);
            var slide = dice.Near(-0.4f, 0.4f) * (isEnd ? table.HalfDepth : table.HalfWidth);
            var place = isEnd ? table.Frame.At(sign * distance, 0, slide) : table.Frame.At(slide, 0, sign * distance);
            var toTable = (isEnd ? table.Frame.X : table.Frame.Z) * -sign;
            var frame = new Frame(place, new Point3(toTable.Z, 0, -toTable.X), new Point3(0, 1, 0), toTable);
            placed |= TryBuild(kind, Turned(frame, dice.Near(-25, 25)), size);
        }

        return placed;
    }

    private static Frame Turned(in Frame frame, double degrees)
    {
        var (sin, cos) = (Angles.Sin(degrees), Angles.Cos(degrees));
        return frame with { X = frame.X * cos - frame.Z * sin, Z = frame.Z * cos + frame.X * sin };
    }

    private void Build(FurnitureKind kind, in Frame frame, Point3 size)
    {
        var start = plan.Primitives.Length;
        kind.Build(new FurnitureBuilder(plan, dice, frame, size, kind.Segment));
        plan.AddItem(kind.Object, start, frame, size.X, size.Z);
    }
}
