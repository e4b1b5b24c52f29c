using Surrogates.Benchmarks;

namespace Surrogates.Tests.Benchmarks;

/// <summary>Pickles that attack whoever reads them: by code, by nesting, by sharing, by lies about lengths.</summary>
public class HostilePickleTests
{
    [Theory]
    [InlineData("cos\nsystem\n(S'true'\ntR.", "byte 12: pickle opcode 0x53 is refused")]
    [InlineData("cos\nsystem\n(X\u0004\0\0\0truetR.", "byte 0: the global 'os.system' is refused")]
    [InlineData("\x80\x04\x8c\x02os\x8c\x06system\x93.", "byte 14: the global 'os.system' is refused")]
    [InlineData("c__builtin__\neval\n.", "byte 0: the global '__builtin__.eval' is refused")]
    [InlineData("cnumpy\nload\n.", "byte 0: the global 'numpy.load' is refused")]
    [InlineData("ctorch.storage\n_load_from_bytes\n.", "byte 0: the global 'torch.storage._load_from_bytes' is refused")]
    [InlineData("(ios\nsystem\n.", "byte 1: pickle opcode 0x69 is refused")]
    [InlineData("(cos\nsystem\no.", "byte 12: pickle opcode 0x6f is refused")]
    [InlineData("ccollections\nOrderedDict\n)\x81.", "byte 26: pickle opcode 0x81 is refused")]
    [InlineData("\x82\x01.", "byte 0: pickle opcode 0x82 is refused")]
    [InlineData("\x80\x06N.", "byte 0: pickle protocol 6; at most 5 is understood.")]
    [InlineData("cnumpy\nndarray\n)R.", "byte 16: a call of numpy.ndarray, which is not to be called in a benchmark file.")]
    [InlineData("ctorch\nFloatStorage\n)R.", "byte 21: a call of torch.FloatStorage, which is not to be called in a benchmark file.")]
    [InlineData("N)R.", "byte 2: a call of something that is not callable")]
    [InlineData("ccollections\nOrderedDict\nNR.", "byte 26: a call whose arguments are not a tuple")]
    [InlineData("ccollections\nOrderedDict\n]\x85R.", "byte 27: collections.OrderedDict with arguments that are not understood; expected none.")]
    [InlineData("}}b.", "byte 2: a state of an object that is not understood")]
    [InlineData("])b.", "byte 2: a state of an object that is not understood")]
    [InlineData("cnumpy\nndarray\n)b.", "byte 16: a state of an object that is not understood")]
    [InlineData("K\x01Q.", "byte 2: a persistent identifier that is not one of a PyTorch storage")]
    [InlineData("NNa.", "byte 2: an item is appended to something that is not a list")]
    [InlineData("NNNs.", "byte 3: an item is set in something that is not a dictionary")]
    [InlineData("}(NNu.", "byte 4: a dictionary with a key of the kind None")]
    [InlineData("}](NNes.", "byte 6: an opcode needs more values than the stack holds")]
    [InlineData("}]Ns.", "byte 3: a dictionary with a key of the kind List")]
    [InlineData("}K\x01Ns.", "byte 4: a dictionary with a key of the kind Integer")]
    [InlineData("}(Nu.", "byte 3: a dictionary with a key that has no value")]
    [InlineData("(Na.", "byte 2: an opcode needs more values than the stack holds")]
    [InlineData("h\x05.", "byte 0: an index into the memo that no file of this size needs")]
    [InlineData("NNN0h\x05.", "byte 4: a reference to the memo's entry 5, which nothing has filled")]
    [InlineData("Nr\xff\xff\xff\xff.", "byte 1: an index into the memo that no file of this size needs")]
    [InlineData("Np-1\n.", "byte 1: an index into the memo that no file of this size needs")]
    [InlineData("I1x\n.", "byte 1: an integer that is none")]
    [InlineData("Fx\n.", "byte 1: a floating-point number that is none")]
    [InlineData("}X\u0001\0\0\0\xffNs.", "byte 6: text that is not UTF-8")]
    [InlineData("}V\\ud800\nNs.", "byte 2: text with an escape that names no character")]
    [InlineData("\x8d\xff\xff\xff\xff\xff\xff\xff\xff.", "byte 0: the file ends inside an argument of 18446744073709551615 bytes")]
    [InlineData("X\xff\xff\xff\x7f.", "byte 0: the file ends inside an argument of 2147483647 bytes")]
    [InlineData("B\xff\xff\xff\xff.", "byte 0: the file ends inside an argument of 4294967295 bytes")]
    [InlineData("\x8b\xff\xff\xff\xff.", "byte 0: the file ends inside an argument of 4294967295 bytes")]
    [InlineData("F1.0", "byte 0: the file ends inside a line")]
    [InlineData("]", "byte 1: the file ends inside the pickle")]
    [InlineData("", "byte 0: the file ends inside the pickle")]
    [InlineData(".", "byte 0: an opcode needs more values than the stack holds")]
    public void Pickle_is_refused_at_its_byte(string pickle, string message) =>
        AssertRefused(new PickleWriter().Raw(pickle).Bytes, message);

    [Fact]
    public void Every_opcode_meets_an_empty_stack_with_an_input_error()
    {
        for (var opcode = 0; opcode < 256; opcode++)
        {
            foreach (var before in new[] { "", "(", "N(", "((", "]", "}", ")" })
            {
                var pickle = new PickleWriter().Raw(before, ((char)opcode).ToString(), "\0\0\0\0\0\0\0\0", "\n\n.").Bytes;
                Assert.ThrowsAny<InputException>(() => TransNasBenchmark.Load(pickle, "x.pth"));
            }
        }
    }

    [Theory]
    [InlineData("]", 10_000_000)]
    [InlineData("(", 2_000_000)]
    [InlineData("N", 2_000_000)]
    [InlineData("}", 6_000_000)]
    public void Deep_nesting_is_refused(string opcode, int depth) =>
        AssertRefused(new PickleWriter().Repeat(opcode, depth).Raw(".").Bytes, $"byte {1 << 20}: more than {1 << 20} values are nested");

    [Fact]
    public void Lists_nested_without_a_deep_stack_are_harmless() =>
        // Each list becomes the only item of the next, through the memo.
        AssertRefused(new PickleWriter().Raw("]").Repeat("q\0]h\0a", 100_000).Raw(".").Bytes, "the file is not a dictionary");

    [Fact]
    public void Tuples_nested_without_a_deep_stack_are_refused_for_their_memory() =>
        AssertRefused(new PickleWriter().Raw("N").Repeat("\x85", 2_000_000).Raw(".").Bytes, "needs more than 69 MB of memory");

    [Fact]
    public void Lists_of_lists_of_lists_are_shared_and_not_unfolded()
    {
        var writer = new PickleWriter().Raw("](").Repeat("K\x01", 10).Raw("e").Put(0);
        for (uint level = 1; level <= 100; level++)
        {
            writer.Raw("0](");
            for (var i = 0; i < 10; i++)
            {
                writer.Get(level - 1);
            }

            writer.Raw("e").Put(level);
        }

        AssertRefused(
            PickleWriter.Pickle(SmallDatabase.WithCurve(writer)),
            "metrics][valid_top1] is not a list of numbers: its item 0 is one of the kind List.");
    }

    [Fact]
    public void Results_shared_by_very_many_architectures_are_refused_for_their_memory()
    {
        var names = Enumerable.Range(0, 32).Select(i => (object)$"{i}").ToArray();
        var result = new PickleWriter().Value(SmallDatabase.Result(new Dictionary<string, object?>(), 1)).Put(0);
        var space = new PickleWriter().Raw("}(").Value("a").Value(new Dictionary<string, object?> { ["0"] = result });
        space.Put(1);
        for (var i = 0; i < 10_000; i++)
        {
            space.Value($"a{i}").Get(1);
        }

        space.Raw("u");
        var database = SmallDatabase.WithSpace(space);
        database["task_list"] = names;
        database["metrics_dict"] = names.ToDictionary(name => (string)name, object? (_) => names);
        AssertRefused(PickleWriter.Pickle(database), "of memory for");
    }

    [Fact]
    public void Containers_that_hold_themselves_are_harmless()
    {
        var list = new PickleWriter().Raw("]").Put(0).Get(0).Raw("a");
        AssertRefused(PickleWriter.Pickle(SmallDatabase.WithCurve(list)), "valid_top1] is not a list of numbers");
        var dictionary = new PickleWriter().Raw("}").Put(0).Value("data").Get(0).Raw("s.");
        AssertRefused(dictionary.Bytes, "the file has no 'info_names'");
    }

    [Fact]
    public void Long_integer_in_text_takes_no_time_to_convert() =>
        AssertRefused(new PickleWriter().Raw("I").Repeat("9", 5_000_000).Raw("\n.").Bytes, "a number that is not PyTorch's");

    [Theory]
    [InlineData("K\0", "(K\x03t", "(K\0t", "out of its storage")]
    [InlineData("K\0", "(J\xff\xff\xff\x7ft", "(K\0t", "out of its storage")]
    [InlineData("K\x01", "(K\x02t", "(K\x01t", "out of its storage")]
    [InlineData("J\xff\xff\xff\xff", "(K\x01t", "(K\x01t", "out of its storage")]
    [InlineData("K\0", "(K\x02t", "(J\xff\xff\xff\xfft", "out of its storage")]
    [InlineData("K\0", "(J\xff\xff\xff\xfft", "(K\x01t", "expected a tensor of real numbers of at most one dimension")]
    [InlineData("K\0", "(K\x01K\x01t", "(K\x01K\x01t", "expected a tensor of real numbers of at most one dimension")]
    [InlineData("K\0", "(K\x01t", ")", "expected a tensor of real numbers of at most one dimension")]
    [InlineData("N", "(K\x01t", "(K\x01t", "expected a tensor of real numbers of at most one dimension")]
    public void Tensors_that_reach_out_of_their_storage_are_refused(string first, string shape, string stride, string message)
    {
        var tensor = new PickleWriter()
            .Raw("ctorch._utils\n_rebuild_tensor_v2\n(")
            .Raw("(").Value("storage").Raw("ctorch\nFloatStorage\n").Value("0").Value("cpu").Raw("K\x02tQ")
            .Raw(first, shape, stride, "\x89Nt", "R");
        var stream = new PickleWriter()
            .Raw("\x80\x02\x8a\nl\xfc\u009cF\xf9 j\xa8P\x19.", "M\xe9\x03.")
            .Value(new Dictionary<string, object?> { ["little_endian"] = true }).Raw(".")
            .Value(SmallDatabase.WithCurve(tensor)).Raw(".")
            .Value(new object[] { "0" }).Raw(".")
            .Raw("\x02\0\0\0\0\0\0\0", "\0\0\0\0", "\0\0\0\0");
        AssertRefused(stream.Bytes, message);
    }

    private static void AssertRefused(byte[] content, string message)
    {
        var exception = Assert.ThrowsAny<InputException>(() => TransNasBenchmark.Load(content, "x.pth"));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("x.pth: ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }
}
