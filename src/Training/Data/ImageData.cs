using Surrogates.Training.Data.Sources;

namespace Surrogates.Training.Data;

/// <summary>Opens pictures for training.</summary>
public static class ImageData
{
    /// <summary>
    /// Reads and decodes the pictures at a path, and divides them into training, validation and test sets, by seed, with each class
    /// in its proportion.
    /// </summary>
    /// <remarks>
    /// <para>What lies at the path is recognized, in this order:</para>
    /// <list type="number">
    /// <item>a folder with a <c>labels.csv</c>: its column <c>image</c> names pictures of the folder. One other column of text, or called
    /// <c>class</c> or <c>label</c>: <see cref="ClassLabels"/>; two or more of numbers that are never negative and sum to 1 in every row:
    /// <see cref="SoftLabels"/>; other numbers: <see cref="VectorLabels"/>;</item>
    /// <item>IDX files (MNIST, Fashion-MNIST): a folder with <c>train-images-idx3-ubyte</c> and <c>train-labels-idx1-ubyte</c>, or the
    /// path of the former, each perhaps with <c>.gz</c>; <c>t10k-…</c> beside them is the test set. Classes are the labels' numbers;</item>
    /// <item>buildings of Taskonomy, in folders <c>BUILDING/DOMAIN</c>, <c>DOMAIN/BUILDING</c>, <c>DOMAIN/taskonomy/BUILDING</c> or, of one
    /// building, <c>DOMAIN</c>: the pictures in <c>rgb</c>, and <see cref="LabelSets"/> of what lies beside it for the tasks
    /// <c>class_object</c>, <c>class_scene</c>, <c>room_layout</c> (also from <c>point_info</c>), <c>segmentsemantic</c> and
    /// <c>normal</c>;</item>
    /// <item>a folder with a subfolder <c>train</c>, and perhaps <c>test</c> and <c>val</c> (or <c>valid</c>, <c>validation</c>) beside it
    /// and no others: those are the sets, each as in 5 or 6; what is missing is drawn from <c>train</c>;</item>
    /// <item>a folder with a subfolder for each class, which holds its JPEG and PNG pictures, in subfolders of its own or not;</item>
    /// <item>a folder of JPEG and PNG pictures: <see cref="NoLabels"/>.</item>
    /// </list>
    /// <para>
    /// Hidden files and those with other extensions are ignored; pictures of other kinds, such as <c>.webp</c>, are refused. Links to
    /// files are followed wherever they lead, and so are links from the folder itself and those of the classes; other links to
    /// folders are not.
    /// </para>
    /// <para>
    /// A photograph is turned upright as its EXIF data say. What is transparent shows white. Pictures are brought to size by their
    /// shorter side and cut to the centre, with an average over the area. All is the same on every machine.
    /// </para>
    /// <para>
    /// A building of Taskonomy is in one set whole, since its views are alike. Which it is in says a table such as
    /// <c>train_val_test_tiny.csv</c> in the folder, and what is in none is not read; without one, the buildings are drawn by seed, to
    /// about the shares of views. Only where there are fewer buildings than sets are views drawn one by one.
    /// </para>
    /// <para>
    /// A class has one or more pictures to train with; of three or more, also one to validate and one to test with. The sets to
    /// validate and test with are empty only where their share is 0.
    /// </para>
    /// </remarks>
    /// <param name="path">The folder or file.</param>
    /// <param name="options">How to read and split; null takes the defaults.</param>
    /// <param name="progress">Receives the share of the pictures that is decoded, from 0 to 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InputException">
    /// There is nothing of the kind, a file is damaged, too large or not readable, or there are too few pictures or classes.
    /// </exception>
    public static ImageSplits Open(
        string path,
        ImageDataOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        options = (options ?? new()).Validated();
        using var reader = new ImageDataReader(ImageSources.At(path, options), options);
        return reader.Read(progress, cancellationToken);
    }
}
