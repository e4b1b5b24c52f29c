using System.Runtime.InteropServices;
using Surrogates.Training.Data.Rooms.Geometry;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>What is taken of the floor and of the walls.</summary>
internal sealed class FloorPlan
{
    private const float Gap = 0.02f;

    private readonly List<Footprint> _floor = [];
    private readonly List<(Wall Wall, float Start, float End)> _walls = [];

    public void Clear()
    {
        _floor.Clear();
        _walls.Clear();
    }

    /// <summary>Takes a part of the floor if it is free, in the room, and not where the camera is.</summary>
    public bool TryTake(in Footprint footprint, in RoomBox box, float cameraDistance)
    {
        if (!footprint.IsWithin(box) || !footprint.IsClearOfCamera(cameraDistance))
        {
            return false;
        }

        foreach (ref readonly var taken in CollectionsMarshal.AsSpan(_floor))
        {
            if (footprint.Overlaps(taken, Gap))
            {
                return false;
            }
        }

        _floor.Add(footprint);
        return true;
    }

    /// <summary>Whether furniture stands on a part of the floor.</summary>
    public bool IsTaken(in Footprint footprint)
    {
        foreach (ref readonly var taken in CollectionsMarshal.AsSpan(_floor))
        {
            if (footprint.Overlaps(taken, 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a part of a wall, at any height, for what hangs on it.</summary>
    public bool TryTakeWall(Wall wall, float start, float end)
    {
        foreach (ref readonly var taken in CollectionsMarshal.AsSpan(_walls))
        {
            if (taken.Wall == wall && start < taken.End + 0.1f && taken.Start < end + 0.1f)
            {
                return false;
            }
        }

        _walls.Add((wall, start, end));
        return true;
    }

    /// <summary>A frame on a wall, facing the room, with its middle at a place along the wall.</summary>
    public static Frame OnWall(Wall wall, in RoomBox box, float along, float y, float distance) => wall switch
    {
        Wall.Front => Frame.Upright(new Point3(along, y, -box.Front + distance), 0),
        Wall.Left => Frame.Upright(new Point3(-box.Left + distance, y, along), 90),
        _ => Frame.Upright(new Point3(box.Right - distance, y, along), -90),
    };
}
