namespace Surrogates.Training.Data.Rooms.Labels;

/// <summary>What rooms there are; the numbers are those of the labels.</summary>
internal enum SceneType : byte
{
    Bathroom,
    Bedroom,
    Corridor,
    DiningRoom,
    Kitchen,
    LaundryRoom,
    LivingRoom,
    Office,
}
