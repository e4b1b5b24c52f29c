using System.Text;

namespace Surrogates.Benchmarks.Pickles;

/// <summary>What the opcodes that build lists, dictionaries, tuples and calls do with the stack.</summary>
internal sealed class PickleBuilder(PickleContext context, PickleStack stack)
{
    public void Duplicate()
    {
        var top = stack.Peek();
        top.As<PickleTuple>()?.Share();
        stack.Push(top);
    }

    public void PushList(ReadOnlySpan<PickleValue> items)
    {
        var list = new PickleList(context);
        list.Append(items);
        stack.Push(PickleValue.Of(list, stack.Offset));
    }

    public void Append()
    {
        var item = stack.Pop();
        PeekList().Append(item);
    }

    public void Append(ReadOnlySpan<PickleValue> items) => PeekList().Append(items);

    public void PushDictionary(ReadOnlySpan<PickleValue> pairs)
    {
        // Often enough, and not too often: a few times an architecture.
        context.CancellationToken.ThrowIfCancellationRequested();
        var dictionary = new PickleDictionary(context.Budget);
        Add(dictionary, pairs);
        stack.Push(PickleValue.Of(dictionary, stack.Offset));
    }

    public void SetItem()
    {
        var pair = stack.Pop(2);
        Add(PeekDictionary(), pair);
    }

    public void SetItems(ReadOnlySpan<PickleValue> pairs) => Add(PeekDictionary(), pairs);

    public void PushTuple(int count) => PushTuple(stack.Pop(count));

    public void PushTuple(ReadOnlySpan<PickleValue> items) =>
        stack.Push(PickleValue.Of(new PickleTuple(items, context.Budget), stack.Offset));

    public void PushGlobal(ReadOnlySpan<byte> module, ReadOnlySpan<byte> name) => PushGlobal(Start(module), Start(name));

    public void PushGlobal()
    {
        var names = stack.Pop(2);
        if (context.Texts.Find(names[0]) is not { } module || context.Texts.Find(names[1]) is not { } name)
        {
            throw Error("a global whose module and name are not text; the file is damaged.");
        }

        PushGlobal(module, name);
    }

    public void Reduce()
    {
        var arguments = stack.Pop().As<PickleTuple>()
            ?? throw Error("a call whose arguments are not a tuple; the file is damaged.");
        var function = stack.Pop().As<PickleGlobal>()
            ?? throw Error("a call of something that is not callable; the file is damaged.");
        var result = function.Call(context, arguments.Items, stack.Offset);
        arguments.Release(context.Budget);
        stack.Push(result);
    }

    public void Build()
    {
        var state = stack.Pop().As<PickleTuple>();
        var target = stack.Peek();
        var isUnderstood = state is not null && (target.As<NumpyArray>(), target.As<ElementType>()) switch
        {
            ({ } array, _) => array.TryBuild(state.Items),
            // The state of a dtype: version, order of the bytes, and what only structures use.
            (_, { } type) => state.Items.Length >= 2 && type.TrySetByteOrder(context.Texts.Find(state.Items[1])),
            _ => false,
        };
        if (!isUnderstood)
        {
            throw Error($"a state of an object that is not understood; {NumpyArray.Expected} is the only one expected.");
        }

        state!.Release(context.Budget);
    }

    public void PushStorage()
    {
        var identifier = stack.Pop();
        stack.Push(TorchGlobals.LoadStorage(context, identifier, stack.Offset));
        identifier.As<PickleTuple>()?.Release(context.Budget);
    }

    private void PushGlobal(string module, string name) =>
        stack.Push(PickleValue.Of(PickleGlobals.Find(context.Source, module, name, stack.Offset), stack.Offset));

    private void Add(PickleDictionary dictionary, ReadOnlySpan<PickleValue> pairs)
    {
        if (pairs.Length % 2 != 0)
        {
            throw Error("a dictionary with a key that has no value; the file is damaged.");
        }

        dictionary.Reserve(pairs.Length / 2);
        for (; pairs.Length > 0; pairs = pairs[2..])
        {
            var key = context.Texts.Find(pairs[0])
                ?? throw Error($"a dictionary with a key of the kind {pairs[0].Kind}; in a benchmark file every key is text.");
            dictionary.Add(key, pairs[1]);
        }
    }

    // Enough for every global that is allowed, and for a message about one that is not.
    private static string Start(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name[..Math.Min(name.Length, 100)]);

    private PickleList PeekList() =>
        stack.Peek().As<PickleList>() is { IsFixed: false } list
            ? list
            : throw Error("an item is appended to something that is not a list; the file is damaged.");

    private PickleDictionary PeekDictionary() =>
        stack.Peek().As<PickleDictionary>()
        ?? throw Error("an item is set in something that is not a dictionary; the file is damaged.");

    private BenchmarkFormatException Error(string message) => context.Source.Error(stack.Offset, message);
}
