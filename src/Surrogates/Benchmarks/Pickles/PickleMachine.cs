using System.Runtime.CompilerServices;

namespace Surrogates.Benchmarks.Pickles;

/// <summary>
/// Reads a pickle of Python, protocols 0 to 5, into plain data: numbers, texts, lists and dictionaries. A pickle is a
/// program; this runs none of it but what builds such data, and calls only what <see cref="PickleGlobals"/> lists.
/// </summary>
/// <remarks>
/// The format is that of Python's <c>pickletools</c> module. Nothing recurses, so nesting cannot overflow the stack, and
/// each byte is looked at a bounded number of times.
/// </remarks>
internal ref struct PickleMachine
{
    private const int NewestProtocol = 5;

    private readonly PickleContext _context;
    private readonly PickleStack _stack;
    private readonly PickleMemo _memo;
    private readonly PickleBuilder _builder;
    private PickleTokenizer _tokens;

    private PickleMachine(PickleContext context, int start)
    {
        _context = context;
        _stack = new(context.Source);
        _builder = new(context, _stack);
        _memo = new(context.Source, start, context.Budget);
        _tokens = new(context.Source, start);
    }

    /// <summary>Reads the pickle that begins at <paramref name="position"/>, and moves that behind it.</summary>
    public static PickleValue Read(PickleContext context, ref int position)
    {
        var machine = new PickleMachine(context, position);
        machine.Run();
        position = machine._tokens.Position;
        return machine._stack.Pop();
    }

    private void Run()
    {
        while (true)
        {
            _tokens.Next();
            _stack.Offset = _tokens.Offset;
            if (_tokens.Opcode == PickleOpcode.Stop)
            {
                return;
            }

            Execute();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Execute()
    {
        switch (_tokens.Opcode)
        {
            case PickleOpcode.Mark:
                Mark();
                break;
            case PickleOpcode.Pop:
                _stack.Pop();
                break;
            case PickleOpcode.PopMark:
                _stack.PopToMark();
                break;
            case PickleOpcode.Duplicate:
                _builder.Duplicate();
                break;
            case PickleOpcode.EmptyList:
                _builder.PushList([]);
                break;
            case PickleOpcode.List:
                _builder.PushList(_stack.PopToMark());
                break;
            case PickleOpcode.Append:
                _builder.Append();
                break;
            case PickleOpcode.Appends:
                _builder.Append(_stack.PopToMark());
                break;
            case PickleOpcode.EmptyDictionary:
                _builder.PushDictionary([]);
                break;
            case PickleOpcode.Dictionary:
                _builder.PushDictionary(_stack.PopToMark());
                break;
            case PickleOpcode.SetItem:
                _builder.SetItem();
                break;
            case PickleOpcode.SetItems:
                _builder.SetItems(_stack.PopToMark());
                break;
            case PickleOpcode.EmptyTuple:
                _builder.PushTuple([]);
                break;
            case PickleOpcode.Tuple1 or PickleOpcode.Tuple2 or PickleOpcode.Tuple3:
                _builder.PushTuple(_tokens.Opcode - PickleOpcode.Tuple1 + 1);
                break;
            case PickleOpcode.Tuple:
                _builder.PushTuple(_stack.PopToMark());
                break;
            case PickleOpcode.Global:
                _builder.PushGlobal(_tokens.Bytes(_tokens.Argument), _tokens.Bytes(_tokens.SecondLine));
                break;
            case PickleOpcode.StackGlobal:
                _builder.PushGlobal();
                break;
            case PickleOpcode.Reduce:
                _builder.Reduce();
                break;
            case PickleOpcode.Build:
                _builder.Build();
                break;
            case PickleOpcode.PersistentId:
                _builder.PushStorage();
                break;
            case PickleOpcode.Put1 or PickleOpcode.Put4 or PickleOpcode.PutLine or PickleOpcode.Memoize:
                _memo.Put(ref _tokens, _stack.Peek());
                break;
            case PickleOpcode.Get1 or PickleOpcode.Get4 or PickleOpcode.GetLine:
                _stack.Push(_memo.Get(ref _tokens));
                break;
            case PickleOpcode.Protocol:
                CheckProtocol();
                break;
            case PickleOpcode.Frame:
                // Frames help those who do not have the whole file at hand.
                break;
            default:
                _stack.Push(PickleLiterals.Read(_context.Source, ref _tokens));
                break;
        }
    }

    private readonly void CheckProtocol()
    {
        if (_tokens.Bytes(_tokens.Argument)[0] is var protocol and > NewestProtocol)
        {
            throw _context.Source.Error(_tokens.Offset, $"pickle protocol {protocol}; at most {NewestProtocol} is understood.");
        }
    }

    private void Mark()
    {
        // Almost all of a benchmark file is lists of floats: these go from the file into the list, past the stack.
        if (_stack.TryPeek(out var top) && top.As<PickleList>() is { IsFixed: false } list)
        {
            var floats = _tokens.TakeFloatsUpToAppends();
            if (floats.Length > 0)
            {
                list.AppendFloats(floats);
                return;
            }
        }

        _stack.PushMark();
    }
}
