using Surrogates.Training.Data.Rooms.Furniture;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Labels;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>
/// Builds the room about one piece of furniture, aims the camera at it, and places the others where the camera sees them.
/// </summary>
internal readonly ref struct Furnisher(RoomPlan plan, FloorPlan floor, Dice dice)
{
    /// <summary>Degrees that the camera is turned at most; beyond 45 it would face another wall most.</summary>
    private const double MostYaw = 40, MostPitch = 40;

    private static readonly ObjectClass[] MayRepeat =
        [ObjectClass.Cabinet, ObjectClass.Shelf, ObjectClass.Sofa, ObjectClass.WashingMachine];

    private readonly Placer _placer = new(plan, floor, dice);

    /// <summary>Draws the room and the camera. False if the subject does not fit or cannot be seen.</summary>
    public bool PlaceSubject()
    {
        var kind = Catalogue.Objects[(int)DrawSubject()];
        var size = _placer.DrawSize(kind);
        RoomShell.Build(plan, dice, size);
        var frame = _placer.DrawFrame(kind, size);
        var centre = frame.At(0, size.Y / 2, 0);
        if (!_placer.TryTake(frame, size) || !TryAim(centre))
        {
            return false;
        }

        _placer.Build(kind, frame, size);
        return true;
    }

    /// <summary>Places what else the evidence holds. False if something does not fit.</summary>
    public bool PlaceOthers()
    {
        // Chairs come last: they go to tables.
        var subject = plan.Items[0].Object;
        foreach (var kind in Catalogue.Objects)
        {
            var isWanted = plan.Evidence.Has(kind.Object) && kind.Object != subject && kind.Object is not ObjectClass.Chair;
            if (isWanted && !_placer.TryPlace(kind))
            {
                return false;
            }
        }

        if (plan.Evidence.Has(ObjectClass.Chair) && !ChairPlacer.Place(plan, _placer, dice) && subject is not ObjectClass.Chair)
        {
            return false;
        }

        foreach (var kind in MayRepeat)
        {
            if (plan.Evidence.Has(kind) && dice.Chance(0.3))
            {
                _placer.TryPlace(Catalogue.Objects[(int)kind]);
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
            _placer.TryPlace(kind);
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

    /// <summary>Turns the camera to a place, not quite exactly.</summary>
    private bool TryAim(Point3 place)
    {
        var yaw = Angles.ArcTan(place.X / -place.Z) + dice.Near(-16, 16);
        var ahead = MathF.Sqrt(place.X * place.X + place.Z * place.Z);
        var pitch = Angles.ArcTan(place.Y / ahead) + dice.Near(-9, 17);
        plan.Aim(new Camera(yaw, pitch, dice.Near(-6, 6), dice.Between(50, 80)));
        return Math.Abs(yaw) <= MostYaw && Math.Abs(pitch) <= MostPitch && plan.Camera.Sees(place, 0);
    }
}
