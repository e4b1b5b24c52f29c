using Surrogates.Training.Data.Sources;
using Surrogates.Training.Data.Splitting;
using Surrogates.Training.Data.Storage;

namespace Surrogates.Training.Data;

/// <summary>Splits the pictures of a source and reads those that are used.</summary>
internal sealed class ImageDataReader(ImageSource source, ImageDataOptions options) : IDisposable
{
    private const int NoSlot = -1;

    private readonly int _count = source.ItemNames.Length;
    private readonly string?[] _reasons = new string?[source.ItemNames.Length];
    private readonly int[] _slots = [.. Enumerable.Repeat(NoSlot, source.ItemNames.Length)];
    private readonly Stack<int> _freeSlots = [];
    private PictureStore? _store;

    /// <summary>
    /// Reads the pictures. The plan does not wait for them: where some turn out to be unusable, it is made again without them, and
    /// what it then needs besides is read, until it stands.
    /// </summary>
    public ImageSplits Read(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        while (true)
        {
            ClassRules.Apply(source, _reasons, options.SkipBad);
            var plan = MakePlan();
            AllocateSlots(plan.Used);
            int[] fresh = [.. plan.Used.Where(item => _slots[item] == NoSlot)];
            if (fresh.Length == 0)
            {
                return Assemble(plan);
            }

            Load(fresh, progress, cancellationToken);
        }
    }

    /// <summary>Frees what was read, where it was not handed over.</summary>
    public void Dispose() => _store?.Dispose();

    private SplitPlan MakePlan()
    {
        var items = Enumerable.Range(0, _count)
            .Where(item => _reasons[item] is null)
            .Select(item => new SplitItem(item, source.ItemNames[item], source.Sets[item], Stratum(item)))
            .ToArray();
        return items.Length > 0
            ? new SplitPlanner(options).Plan(items, keepsEveryStratum: source.Labels is ClassLabels)
            : throw new InputException($"{source.Path}: no picture in it can be used; the first: {FirstReason()}");
    }

    private string FirstReason() => _reasons.Concat(source.Skipped).First(reason => reason is not null)!;

    private int Stratum(int item) => source.Labels switch
    {
        ClassLabels labels => labels.Classes[item],
        SoftLabels labels => System.Numerics.Tensors.TensorPrimitives.IndexOfMax(labels.Row(item)),
        _ => 0,
    };

    // A plan made again never uses more pictures than the first, so that the slots of those it gave up are enough.
    private void AllocateSlots(int[] used)
    {
        if (_store is null)
        {
            _store = PictureStore.Create(used.Length, source.Shape.StoredBytes, options.MemoryBudget, options.ScratchFolder);
            for (var slot = used.Length - 1; slot >= 0; slot--)
            {
                _freeSlots.Push(slot);
            }
        }

        var isUsed = new bool[_count];
        foreach (var item in used)
        {
            isUsed[item] = true;
        }

        for (var item = 0; item < _count; item++)
        {
            if (_slots[item] != NoSlot && !isUsed[item])
            {
                _freeSlots.Push(_slots[item]);
                _slots[item] = NoSlot;
            }
        }
    }

    private void Load(int[] items, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            _slots[item] = _freeSlots.Pop();
        }

        var load = new PictureLoad(items, _slots, _store!, options.ParallelJobs, options.SkipBad, progress, cancellationToken);
        source.Load(load);
        foreach (var (item, failure) in load.Failures)
        {
            if (!options.SkipBad)
            {
                throw failure;
            }

            _reasons[item] = failure.Message;
        }
    }

    private ImageSplits Assemble(SplitPlan plan)
    {
        _store!.Seal();
        var used = plan.Used;
        var labels = source.LabelsOf(used);
        var dataset = new ImageDataset(
            source.Name,
            source.Shape,
            [.. used.Select(item => source.ItemNames[item])],
            labels is ClassLabels classes ? classes.WithoutEmptyClasses() : labels,
            _store,
            Array.ConvertAll(used, item => _slots[item]),
            [.. source.Skipped, .. _reasons.OfType<string>()]);
        _store = null;
        return new(Subset(plan.Train), Subset(plan.Validation), Subset(plan.Test));

        ImageSubset Subset(int[] items) => new(dataset, [.. items.Select(item => Array.BinarySearch(used, item))]);
    }
}
