using System.Collections.Immutable;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Data.Preview;

/// <summary>
/// Pictures of a dataset with their labels drawn, as a task learns them, on one sheet: classes below, maps of segments and normals beside,
/// shuffled tiles. The same pictures, options and seed give the same pixels on every machine; no font of the system is used.
/// </summary>
/// <example>
/// <code>
/// using ImageSplits images = ImageData.Open("photos");
/// ITrainingTask task = TrainingTasks.Find("classification").Create(images.Dataset);
/// ContactSheet.Create(images.Train, task).Save("photos.png");
/// </code>
/// </example>
public sealed class ContactSheet
{
    private readonly Canvas _canvas;

    private ContactSheet(Canvas canvas, ImmutableArray<ContactSheetImage> images) => (_canvas, Images) = (canvas, images);

    /// <summary>The pictures on the sheet, row by row.</summary>
    public ImmutableArray<ContactSheetImage> Images { get; }

    /// <summary>Columns of the sheet in pixels.</summary>
    public int Width => _canvas.Width;

    /// <summary>Rows of the sheet in pixels.</summary>
    public int Height => _canvas.Height;

    /// <summary>Draws a sheet.</summary>
    /// <param name="images">From which pictures some are drawn, from each class in turn; one or more.</param>
    /// <param name="task">For which the labels are shown; of a task of one's own the labels of its name, else the pictures alone.</param>
    /// <param name="options">The layout; null takes the defaults.</param>
    /// <exception cref="InputException">There are no pictures, an option is out of range, or the sheet would be too large.</exception>
    public static ContactSheet Create(ImageSubset images, ITrainingTask task, ContactSheetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(task);
        options = (options ?? new()).Validated();
        RequirePictures(images);
        var view = LabelViews.Create(task, images.Dataset, options.Seed);
        var indices = PictureDraw.Take(images, view, options.Count, options.Seed);
        var canvas = new SheetLayout(images, task, view, indices, options).Draw();
        return new(
            canvas, [.. indices.Select(index => new ContactSheetImage(index, images.Dataset.GetItemName(index), view.GetLabel(index)))]);
    }

    /// <summary>Draws a sheet as the bytes of a PNG file; see <see cref="Create"/>.</summary>
    /// <inheritdoc cref="Create"/>
    public static byte[] Render(ImageSubset images, ITrainingTask task, ContactSheetOptions? options = null) =>
        Create(images, task, options).ToPng();

    /// <summary>The sheet as the bytes of a PNG file.</summary>
    public byte[] ToPng() => _canvas.ToPng();

    /// <summary>Writes the sheet as a PNG file, whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, stream => stream.Write(ToPng()));

    /// <summary>Refuses an empty set.</summary>
    internal static void RequirePictures(ImageSubset images)
    {
        if (images.Count == 0)
        {
            throw new InputException($"{images.Dataset.Name}: there are no pictures to show; one or more are expected.");
        }
    }
}
