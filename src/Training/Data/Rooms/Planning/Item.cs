using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Labels;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>A piece of furniture: consecutive primitives.</summary>
internal struct Item
{
    public ObjectClass Object;

    /// <summary>The first of its primitives, and the one after its last.</summary>
    public int Start, End;

    /// <summary>The box in the room's axes that holds them.</summary>
    public Point3 Low, High;

    /// <summary>Where it stands; its z axis points to its front.</summary>
    public Frame Frame;

    /// <summary>Half its width and depth, metres.</summary>
    public float HalfWidth, HalfDepth;
}
