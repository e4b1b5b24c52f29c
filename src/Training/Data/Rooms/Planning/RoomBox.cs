namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>The distances from the camera to the six sides of the room, in the room's axes, metres; all positive.</summary>
internal readonly record struct RoomBox(float Left, float Right, float Floor, float Ceiling, float Front, float Back)
{
    public float Height => Floor + Ceiling;
}
