namespace Surrogates.Training.Data.Rooms.Rendering;

/// <summary>A number for each face of each primitive.</summary>
internal static class SurfaceId
{
    private const int FaceBits = 3;

    /// <summary>The floor is the side of the room at negative y, the ceiling the one at positive y.</summary>
    public const int BottomFace = 2, TopFace = 3;

    public static int Of(int primitive) => primitive << FaceBits;

    public static int Primitive(int surface) => surface >> FaceBits;

    public static int Face(int surface) => surface & ((1 << FaceBits) - 1);
}
