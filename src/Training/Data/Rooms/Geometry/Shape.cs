namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>What a primitive is in its own coordinates, in which it reaches from −1 to 1.</summary>
internal enum Shape : byte
{
    /// <summary>A cube seen from within: the room. Faces as those of <see cref="Box"/>.</summary>
    Room,

    /// <summary>A cube; face 2 × axis is the negative side of an axis and 2 × axis + 1 the positive one.</summary>
    Box,

    /// <summary>A sphere; one face, 0.</summary>
    Ellipsoid,

    /// <summary>A cylinder about y whose radius may change along it; faces 0 side, 2 bottom, 3 top.</summary>
    Cone,
}
