using System.Collections.Immutable;

namespace Surrogates.Training.Data.Rooms.Labels;

/// <summary>The names of the classes, in the order of their numbers.</summary>
internal static class LabelNames
{
    public static ImmutableArray<string> Segments { get; } =
    [
        "wall", "floor", "ceiling", "window", "door", "picture", "rug", "bed", "sofa", "chair", "table", "cabinet", "shelf", "lamp",
        "plant", "appliance", "bathroom fixture",
    ];

    public static ImmutableArray<string> Objects { get; } =
    [
        "bed", "sofa", "chair", "table", "desk", "cabinet", "shelf", "television", "refrigerator", "stove", "washing machine", "bathtub",
        "toilet", "sink",
    ];

    public static ImmutableArray<string> Scenes { get; } =
    [
        "bathroom", "bedroom", "corridor", "dining room", "kitchen", "laundry room", "living room", "office",
    ];

    public static ImmutableArray<string> Layout { get; } = ["left", "right", "floor", "ceiling", "front", "back", "yaw", "pitch", "roll"];
}
