using Surrogates.Training.Data.Storage;

namespace Surrogates.Training.Data;

/// <summary>Where labels at every pixel lie: after the picture, in the order in which they are listed.</summary>
internal static class DensePlacement
{
    /// <summary>The same labels, where those at every pixel know their place.</summary>
    public static ImageLabels Place(ImageLabels labels, PictureShape shape, PictureStore store, int[] slots)
    {
        var offset = shape.PictureBytes;
        return labels is LabelSets sets ? sets.Map(PlaceNext) : PlaceNext(labels);

        ImageLabels PlaceNext(ImageLabels next)
        {
            if (next is not DenseLabels { IsRead: false } dense)
            {
                return next is DenseLabels read ? RequireFit(read, shape, slots.Length) : next;
            }

            var view = new PlaneView(store, slots, offset, dense.Planes, shape.Height, shape.Width);
            offset += dense.Planes * shape.PlaneBytes;
            return dense.In(view);
        }
    }

    private static DenseLabels RequireFit(DenseLabels labels, PictureShape shape, int count) =>
        labels.Count == count && labels.Height == shape.Height && labels.Width == shape.Width
            ? labels
            : throw new ArgumentException(
                $"Labels of {labels.Count} pictures of {labels.Height}×{labels.Width}; there are {count} of {shape.Height}×{shape.Width}.");
}
