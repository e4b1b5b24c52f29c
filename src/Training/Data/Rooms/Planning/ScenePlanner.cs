namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>
/// Chooses all of a scene: what it shows of its type, the room, one piece of furniture that the camera is aimed at, the others about
/// it, decoration and light. It starts again until the picture shows each kind of furniture that was drawn.
/// </summary>
internal sealed class ScenePlanner
{
    /// <summary>Arrangements to try of the same evidence.</summary>
    private const int Attempts = 6;

    private readonly Dice _dice = new();
    private readonly FloorPlan _floor = new();
    private readonly Probe _probe = new();

    public void Plan(int seed, int scene, RoomPlan plan)
    {
        _dice.Restart(seed, scene);
        while (true)
        {
            var evidence = SceneDistribution.Draw(_dice, out _);
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (TryArrange(evidence, plan))
                {
                    return;
                }
            }
        }
    }

    // Nothing from here on may depend on the type of room: the evidence is all that tells it.
    private bool TryArrange(in Evidence evidence, RoomPlan plan)
    {
        plan.Clear();
        _floor.Clear();
        plan.Evidence = evidence;
        var furnisher = new Furnisher(plan, _floor, _dice);
        if (!furnisher.PlaceSubject() || !furnisher.PlaceOthers())
        {
            return false;
        }

        plan.View();
        if (!_probe.Shows(plan))
        {
            return false;
        }

        new Decorator(plan, _floor, _dice).Decorate();
        Illuminator.Light(plan, _dice);
        plan.View();

        // A lamp or a curtain may hide what was seen before.
        return _probe.Shows(plan);
    }
}
