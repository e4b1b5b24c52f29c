using System.Runtime.InteropServices;
using Surrogates.Benchmarks.Pickles;

namespace Surrogates.Benchmarks;

/// <summary>Takes values of the official file for what they have to be, or says where they are not.</summary>
internal sealed class TransNasSchema(PickleContext context)
{
    /// <summary>Searched pair by pair, so few; the official file has at most 10.</summary>
    private const int MaximumSmallCount = 32;

    private const int MaximumEpochs = 1_000_000;

    public PickleDictionary Dictionary(PickleValue value, TransNasPlace where, bool isSmall)
    {
        var dictionary = value.As<PickleDictionary>() ?? throw Unexpected(value, where, "a dictionary");
        return !isSmall || dictionary.Count <= MaximumSmallCount
            ? dictionary
            : throw Error(value, $"{where} has {dictionary.Count} entries; at most {MaximumSmallCount} are expected.");
    }

    public PickleValue Require(PickleDictionary dictionary, string key, TransNasPlace where) =>
        dictionary.Find(key) ?? throw new BenchmarkFormatException(
            $"{context.Source.File}: {where} has no {Quoted.Show(key)}; expected the dictionaries of TransNAS-Bench-101.");

    public double Number(PickleValue value, TransNasPlace where) =>
        TryNumber(value, out var number) ? number : throw Unexpected(value, where, "a number");

    public int Epochs(PickleValue value, TransNasPlace where) =>
        TryNumber(value, out var number) && number is >= 0 and <= MaximumEpochs && number == Math.Floor(number)
            ? (int)number
            : throw Error(value, $"total_epochs of {where} is not a number of epochs, from 0 to {MaximumEpochs}.");

    /// <summary>A list of different texts.</summary>
    public IReadOnlyList<string> Names(PickleValue value, TransNasPlace where)
    {
        const string Expected = "a list of different names";
        var list = value.As<PickleList>() ?? throw Unexpected(value, where, Expected);
        if (list.Count > MaximumSmallCount || (list.IsNumeric && list.Count > 0))
        {
            throw Error(value, $"{where} is not {Expected}, at most {MaximumSmallCount}.");
        }

        var names = new List<string>();
        foreach (var item in list.Items)
        {
            if (context.Texts.Find(item) is not { } name || string.IsNullOrWhiteSpace(name) || names.Contains(name))
            {
                throw Error(value, $"{where} is not {Expected}.");
            }

            names.Add(name);
        }

        return names.AsReadOnly();
    }

    /// <summary>A list of numbers, one an epoch.</summary>
    public ReadOnlyMemory<double> Curve(PickleValue value, TransNasPlace where)
    {
        var list = value.As<PickleList>() ?? throw Unexpected(value, where, "a list of numbers");
        if (list.IsNumeric)
        {
            return list.Numbers;
        }

        // Arrays or tensors of a number each.
        context.Budget.Charge((long)list.Count * sizeof(double));
        var numbers = new double[list.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = TryNumber(list.Items[i], out var number)
                ? number
                : throw Unexpected(value, where, "a list of numbers", $"its item {i} is one of the kind {list.Items[i].Kind}");
        }

        return numbers;
    }

    /// <summary>The pairs of a dictionary in the order of first appearance, each with the value set last.</summary>
    public static List<KeyValuePair<string, PickleValue>> LastPairs(PickleDictionary dictionary)
    {
        var pairs = new List<KeyValuePair<string, PickleValue>>(dictionary.Count);
        var places = new Dictionary<string, int>(dictionary.Count, StringComparer.Ordinal);
        for (var i = 0; i < dictionary.Count; i++)
        {
            var pair = KeyValuePair.Create(dictionary.Keys[i], dictionary.Values[i]);
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, pair.Key, out var exists);
            if (exists)
            {
                pairs[place] = pair;
            }
            else
            {
                place = pairs.Count;
                pairs.Add(pair);
            }
        }

        return pairs;
    }

    public BenchmarkFormatException Error(PickleValue value, string message) =>
        value.Offset > 0
            ? context.Source.Error(value.Offset, message)
            : new BenchmarkFormatException($"{context.Source.File}: {message}");

    private BenchmarkFormatException Unexpected(PickleValue value, TransNasPlace where, string expected, string? found = null) =>
        Error(value, $"{where} is not {expected}: {found ?? $"it is one of the kind {value.Kind}"}.");

    private static bool TryNumber(PickleValue value, out double number)
    {
        if (value.IsNumber)
        {
            number = value.Number;
            return true;
        }

        // An array or a tensor of no dimension, or one that holds a single number.
        var isSingle = value.As<PickleList>() is { IsFixed: true, Count: 1 };
        number = isSingle ? value.As<PickleList>()!.Numbers.Span[0] : double.NaN;
        return isSingle;
    }
}
