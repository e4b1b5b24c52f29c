using System.Collections.Immutable;
using Surrogates.Training.Data.Rooms.Labels;
using Surrogates.Training.Data.Rooms.Planning;
using Surrogates.Training.Data.Rooms.Rendering;

namespace Surrogates.Training.Data.Rooms;

/// <summary>
/// Makes pictures of furnished rooms, with exact labels for the tasks of TransNAS-Bench-101: dominant object, type of room, room
/// layout, semantic segmentation, surface normals, and the picture itself for jigsaw and autoencoder.
/// </summary>
/// <remarks>
/// <para>
/// A scene is drawn from its number: a type of room; from it, furniture and finishes; from these, a room, a camera, places, materials
/// and lights. Rays are then cast at what was placed. Colours and materials of different things overlap, so that it is shape and
/// place that tell them apart.
/// </para>
/// <para>
/// The bytes of a scene depend on seed, number and size alone; they are the same on every machine. Another size shows the same scene.
/// A generator never changes and can be used by many threads, each with its own <see cref="RoomScene"/>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var generator = new RoomSceneGenerator(new() { Size = 128, Seed = 7 });
/// var scene = new RoomScene(128);
/// generator.Render(0, scene);
/// byte firstPixel = scene.Segments[0];    // an index into RoomSceneGenerator.SegmentNames
/// </code>
/// </example>
public sealed class RoomSceneGenerator
{
    private readonly RoomSceneOptions _options;

    /// <summary>Creates a generator.</summary>
    /// <param name="options">What scenes to make; null takes the defaults.</param>
    /// <exception cref="InputException">The size is out of its range.</exception>
    public RoomSceneGenerator(RoomSceneOptions? options = null)
    {
        _options = options ?? new RoomSceneOptions();
        RoomSceneOptions.RequireSize(_options.Size);
    }

    /// <summary>The 17 things that a pixel can show; every pixel shows one.</summary>
    public static ImmutableArray<string> SegmentNames => LabelNames.Segments;

    /// <summary>The 14 kinds of furniture that can be the dominant object.</summary>
    public static ImmutableArray<string> ObjectNames => LabelNames.Objects;

    /// <summary>The 8 types of room.</summary>
    public static ImmutableArray<string> SceneNames => LabelNames.Scenes;

    /// <summary>
    /// The 9 numbers of a layout. <c>left</c>, <c>right</c>, <c>floor</c>, <c>ceiling</c>, <c>front</c> and <c>back</c> are the
    /// distances from the camera to the sides of the room at right angles to them, metres; <c>front</c> is the wall that the camera
    /// faces most. <c>yaw</c> is how far the camera is turned from it to the right, −40° to 40°, <c>pitch</c> how far it then looks
    /// up, −40° to 40° and mostly below 0°, <c>roll</c> how far it is at last turned clockwise about the line of sight, −6° to 6°.
    /// </summary>
    public static ImmutableArray<string> LayoutNames => LabelNames.Layout;

    /// <summary>The side of the square pictures in pixels.</summary>
    public int Size => _options.Size;

    /// <summary>The seed of the scenes.</summary>
    public int Seed => _options.Seed;

    /// <summary>Makes a scene.</summary>
    /// <param name="index">The number of the scene; 0 or more.</param>
    /// <param name="destination">Receives it; of this generator's size, and used by one thread at a time.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="ArgumentException">The destination is of another size.</exception>
    public void Render(int index, RoomScene destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentNullException.ThrowIfNull(destination);
        if (destination.Size != Size)
        {
            throw new ArgumentException(
                $"The scene is {destination.Size} pixels wide and high, the generator makes {Size}.", nameof(destination));
        }

        var (plan, buffers) = (destination.Plan, destination.Buffers);
        destination.Planner.Plan(Seed, index, plan);
        VisibilityPass.Run(plan, buffers);
        SceneLabels.WriteSegments(plan, buffers, destination.Segments);
        SceneLabels.WriteObjects(plan, buffers, destination.Objects);
        SceneLabels.WriteLayout(plan, destination.Layout);
        SceneDistribution.Posterior(plan.Evidence, destination.Scene);
        ShadingPass.Run(plan, buffers, destination.Normals);
        destination.Smoothing.Run(plan, buffers);
        DevelopmentPass.Run(plan, buffers, destination.Picture);
    }
}
