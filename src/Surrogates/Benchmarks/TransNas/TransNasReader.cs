using Surrogates.Benchmarks.Pickles;

namespace Surrogates.Benchmarks;

/// <summary>Reads the dictionaries of the official file, in whatever order their keys are.</summary>
internal sealed class TransNasReader
{
    private const int BytesPerCurve = 16;
    private const int BytesPerArchitecture = 100;

    private readonly TransNasSchema _schema;
    private readonly PickleBudget _budget;

    private TransNasReader(TransNasSchema schema, PickleBudget budget) => (_schema, _budget) = (schema, budget);

    public static TransNasData Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var root = TorchFile.Read(file, content, cancellationToken, out var context);
        return new TransNasReader(new(context), context.Budget).ReadRoot(root);
    }

    private TransNasData ReadRoot(PickleValue root)
    {
        var file = _schema.Dictionary(root, "the file", isSmall: true);
        var infoNames = _schema.Names(_schema.Require(file, "info_names", "the file"), "info_names");
        var result = new TransNasData([], ReadTasks(file), infoNames);
        var data = _schema.Dictionary(_schema.Require(file, "data", "the file"), "data", isSmall: true);
        var spaces = new List<TransNasSpace>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in TransNasSchema.LastPairs(data))
        {
            var space = ReadSpace(result, name, value);
            spaces.Add(space);
            if (space.Architectures.FirstOrDefault(architecture => !seen.Add(architecture)) is { } twice)
            {
                throw _schema.Error(value, $"architecture {Quoted.Show(twice)} is in two search spaces; each is in one.");
            }
        }

        return spaces.Count > 0
            ? result with { Spaces = spaces }
            : throw _schema.Error(root, "data has no search space; expected macro and micro.");
    }

    private List<TransNasTask> ReadTasks(PickleDictionary file)
    {
        var metricNames = _schema.Dictionary(_schema.Require(file, "metrics_dict", "the file"), "metrics_dict", isSmall: true);
        var tasks = new List<TransNasTask>();
        var curves = 0;
        foreach (var name in _schema.Names(_schema.Require(file, "task_list", "the file"), "task_list"))
        {
            var metrics = _schema.Names(_schema.Require(metricNames, name, "metrics_dict"), $"metrics_dict[{name}]");
            tasks.Add(new(name, metrics, curves));
            curves += metrics.Count;
        }

        return tasks;
    }

    private TransNasSpace ReadSpace(TransNasData names, string name, PickleValue value)
    {
        var dictionary = _schema.Dictionary(value, $"data[{name}]", isSmall: false);
        // Charged beforehand, and for the pairs as they stand: a dictionary may be shared by many architectures.
        long perArchitecture = BytesPerArchitecture
            + ((long)BytesPerCurve * names.CurvesPerArchitecture)
            + ((long)names.Tasks.Count * ((sizeof(double) * names.InfoNames.Count) + sizeof(int)));
        _budget.Charge(dictionary.Count * perArchitecture);
        var pairs = TransNasSchema.LastPairs(dictionary);
        var space = new TransNasSpace(
            name,
            Array.AsReadOnly([.. pairs.Select(pair => pair.Key)]),
            new ReadOnlyMemory<double>[pairs.Count * names.CurvesPerArchitecture],
            new double[pairs.Count * names.Tasks.Count * names.InfoNames.Count],
            new int[pairs.Count * names.Tasks.Count]);
        Array.Fill(space.Infos, double.NaN);
        for (var row = 0; row < pairs.Count; row++)
        {
            ReadArchitecture(names, space, row, pairs[row].Value);
        }

        return space;
    }

    private void ReadArchitecture(TransNasData names, TransNasSpace space, int row, PickleValue value)
    {
        var where = new TransNasPlace(space.Name, space.Architectures[row]);
        var results = _schema.Dictionary(value, where, isSmall: true);
        for (var task = 0; task < names.Tasks.Count; task++)
        {
            if (results.Find(names.Tasks[task].Name) is { } result)
            {
                ReadResult(names, space, (row * names.Tasks.Count) + task, result, where with { Task = names.Tasks[task].Name });
            }
        }
    }

    private void ReadResult(TransNasData names, TransNasSpace space, int cell, PickleValue value, TransNasPlace where)
    {
        var (row, taskIndex) = Math.DivRem(cell, names.Tasks.Count);
        var task = names.Tasks[taskIndex];
        var result = _schema.Dictionary(value, where, isSmall: true);
        space.TotalEpochs[cell] = _schema.Epochs(_schema.Require(result, "total_epochs", where), where);

        var infos = _schema.Dictionary(_schema.Require(result, "model_info", where), where with { Part = "model_info" }, isSmall: true);
        for (var i = 0; i < names.InfoNames.Count; i++)
        {
            if (infos.Find(names.InfoNames[i]) is { } info)
            {
                space.Infos[(cell * names.InfoNames.Count) + i] =
                    _schema.Number(info, where with { Part = "model_info", Name = names.InfoNames[i] });
            }
        }

        var metrics = _schema.Dictionary(_schema.Require(result, "metrics", where), where with { Part = "metrics" }, isSmall: true);
        var firstCurve = (row * names.CurvesPerArchitecture) + task.FirstCurve;
        for (var i = 0; i < task.Metrics.Count; i++)
        {
            if (metrics.Find(task.Metrics[i]) is { } curve)
            {
                space.Curves[firstCurve + i] = _schema.Curve(curve, where with { Part = "metrics", Name = task.Metrics[i] });
            }
        }
    }
}
