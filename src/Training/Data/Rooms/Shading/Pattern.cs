namespace Surrogates.Training.Data.Rooms.Shading;

/// <summary>How the two colours of a material are laid out.</summary>
internal enum Pattern : byte
{
    Plain,
    Planks,
    Tiles,
    Bricks,
    Stripes,
    Dots,
    Checks,

    /// <summary>Fine, even noise: carpets and covers.</summary>
    Fabric,

    /// <summary>Long wavy lines along u: planed wood.</summary>
    Grain,

    /// <summary>Soft blotches: stone, leaves.</summary>
    Marble,

    /// <summary>Backs of books side by side.</summary>
    Books,

    /// <summary>A picture: shapes of any kind.</summary>
    Art,

    /// <summary>The view from a window: sky above, trees or houses below.</summary>
    Sky,
}
