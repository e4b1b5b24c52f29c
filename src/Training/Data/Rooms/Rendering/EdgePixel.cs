namespace Surrogates.Training.Data.Rooms.Rendering;

/// <summary>A pixel on an edge with its neighbours to the left, right, top and bottom, as places in the buffers.</summary>
/// <param name="X">Its column.</param>
/// <param name="Y">Its row.</param>
/// <param name="At">Its place.</param>
/// <param name="Left">The place of a neighbour, or at the border of the picture of the pixel itself.</param>
/// <param name="Right">The same.</param>
/// <param name="Above">The same.</param>
/// <param name="Below">The same.</param>
internal readonly record struct EdgePixel(int X, int Y, int At, int Left, int Right, int Above, int Below);
