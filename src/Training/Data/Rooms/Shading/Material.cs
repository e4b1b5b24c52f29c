using Surrogates.Training.Data.Rooms.Geometry;

namespace Surrogates.Training.Data.Rooms.Shading;

/// <summary>What a surface is made of.</summary>
/// <param name="Pattern">How its colours are laid out.</param>
/// <param name="First">The colour that most of it has; linear, 0 to 1.</param>
/// <param name="Second">The other colour: gaps, stripes, dots.</param>
internal readonly record struct Material(Pattern Pattern, Point3 First, Point3 Second)
{
    /// <summary>The length of one repetition, metres.</summary>
    public float Scale { get; init; } = 1;

    /// <summary>Turns the pattern by a quarter.</summary>
    public bool IsTurned { get; init; }

    /// <summary>How bright the mirror image of a light is on it, 0 to 1.</summary>
    public float Gloss { get; init; }

    /// <summary>What it sheds itself, as a multiple of its colour.</summary>
    public float Glow { get; init; }

    /// <summary>Tells materials of the same pattern apart.</summary>
    public uint Seed { get; init; }
}
