using System.Buffers;
using System.Collections.Immutable;
using Surrogates.Training.Data.Decoding;
using Surrogates.Training.Data.Preprocessing;
using Surrogates.Training.Data.Sources;
using FilePath = System.IO.Path;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// Views of Taskonomy's buildings, with labels of several tasks; an item's name is that of the building and of the view. Labels are read
/// with the pictures, so that those of pictures that are not used are not.
/// </summary>
internal sealed class TaskonomyImageSource(
    string root, int size, TaskonomyTree tree, TaskonomyDomain[] domains, ImmutableArray<TaskonomyView> views) : ImageSource(root)
{
    private readonly ImagePreprocessing _preprocessing = new(size, size);
    private readonly float[]?[] _numbers = new float[views.Length][];

    public override PictureShape Shape => new(size, size, IsGrey: false, domains.Sum(domain => domain.Planes));

    public override string Location(int item) => PathOf(item, TaskonomyFiles.Pictures, 0);

    public override void Load(PictureLoad load) => load.ReadEach(item => LoadItem(load, item));

    public override ImageLabels LabelsOf(int[] items)
    {
        if (domains.Length == 0)
        {
            return NoLabels.Instance;
        }

        var sets = new List<KeyValuePair<string, ImageLabels>>();
        var start = 0;
        foreach (var domain in domains)
        {
            var values = new float[items.Length * domain.Numbers];
            for (var i = 0; i < items.Length; i++)
            {
                _numbers[items[i]].AsSpan(start, domain.Numbers).CopyTo(values.AsSpan(i * domain.Numbers));
            }

            sets.Add(new(domain.Task, domain.CreateLabels(values)));
            start += domain.Numbers;
        }

        return new LabelSets(sets);
    }

    private string PathOf(int item, TaskonomyFiles files, int kind)
    {
        var view = views[item];
        return FilePath.Combine(tree.Place(view.Building, files), files.FileName(view.Name, view.FileNames[kind]));
    }

    private void LoadItem(PictureLoad load, int item)
    {
        var shape = Shape;
        var buffer = ArrayPool<byte>.Shared.Rent(shape.StoredBytes);
        try
        {
            var stored = buffer.AsSpan(0, shape.StoredBytes);
            var planes = stored[shape.PictureBytes..];
            var picture = PictureFile.ReadPlanes(Location(item), _preprocessing, stored[..shape.PictureBytes]);
            _numbers[item] = new float[domains.Sum(domain => domain.Numbers)];
            var numbers = _numbers[item].AsSpan();
            for (var i = 0; i < domains.Length; i++)
            {
                var (domain, bytes) = (domains[i], domains[i].Planes * shape.PlaneBytes);
                domain.Read(PathOf(item, domain.Files, i + 1), picture, _preprocessing, numbers[..domain.Numbers], planes[..bytes]);
                numbers = numbers[domain.Numbers..];
                planes = planes[bytes..];
            }

            load.Store(item, stored);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
