namespace Surrogates.Benchmarks;

/// <summary>From the names of the official file to places in its arrays, each in constant time.</summary>
internal sealed class TransNasIndex
{
    private readonly IReadOnlyList<TransNasSpace> _spaces;
    private readonly Dictionary<string, int> _architectures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _spaceOf;
    private readonly Dictionary<string, int> _taskOf;
    private readonly Dictionary<string, int> _infoOf;
    private readonly Dictionary<string, int>[] _curveOf;
    private readonly int[] _firstOf;

    public TransNasIndex(TransNasData data)
    {
        _spaces = data.Spaces;
        _spaceOf = IndexByName(data.Spaces.Select(space => space.Name));
        _taskOf = IndexByName(data.Tasks.Select(task => task.Name));
        _infoOf = IndexByName(data.InfoNames);
        _curveOf = [.. data.Tasks.Select(task => IndexByName(task.Metrics, task.FirstCurve))];
        _firstOf = new int[data.Spaces.Count];
        for (var space = 0; space < data.Spaces.Count; space++)
        {
            _firstOf[space] = Count;
            foreach (var architecture in data.Spaces[space].Architectures)
            {
                _architectures.Add(architecture, Count);
            }
        }
    }

    public int Count => _architectures.Count;

    public int IndexOf(string architecture) => _architectures.GetValueOrDefault(architecture, -1);

    public string ArchitectureAt(int index)
    {
        var (space, row) = Locate(index);
        return _spaces[space].Architectures[row];
    }

    /// <summary>The space of an architecture and its row there.</summary>
    public (int Space, int Row) Architecture(string architecture) =>
        _architectures.TryGetValue(architecture, out var index)
            ? Locate(index)
            : throw new InputException(
                $"there is no architecture {Quoted.Show(architecture)} in the benchmark; expected one like {Example()}.");

    public int Space(string space) => Find(_spaceOf, space, "there is no search space");

    public int Task(string task) => Find(_taskOf, task, "there is no task");

    public int Info(string info) => Find(_infoOf, info, "there is no info");

    /// <summary>The place of a metric of a task among the curves of an architecture.</summary>
    public int Curve(string task, string metric) => Find(_curveOf[Task(task)], metric, $"the task {task} has no metric");

    private (int Space, int Row) Locate(int index)
    {
        var space = _firstOf.Length - 1;
        while (_firstOf[space] > index)
        {
            space--;
        }

        return (space, index - _firstOf[space]);
    }

    private string Example() => _spaces.SelectMany(space => space.Architectures).FirstOrDefault() ?? "64-1234-basic";

    private static int Find(Dictionary<string, int> index, string name, string problem) =>
        index.TryGetValue(name, out var place)
            ? place
            : throw new InputException($"{problem} {Quoted.Show(name)}; there are {Quoted.List(index.Keys)}.");

    private static Dictionary<string, int> IndexByName(IEnumerable<string> names, int first = 0) =>
        names.Select((name, place) => KeyValuePair.Create(name, first + place)).ToDictionary(StringComparer.Ordinal);
}
