using System.IO.Compression;
using System.Text;
using Microsoft.ML;
using Surrogates.Architectures;
using Surrogates.Encodings;
using Surrogates.Graphs;
using Surrogates.ModelFiles;
using Surrogates.Models;
using Surrogates.Tests.Graphs;
using Surrogates.Tests.Models;

namespace Surrogates.Tests.ModelFiles;

public sealed class DamagedModelFileTests : IDisposable
{
    private const string Format = "surrogates.model.v1:";

    private readonly TemporaryFolder _folder = new();
    private readonly string _path;
    private readonly byte[] _file;

    public DamagedModelFileTests()
    {
        _path = _folder.File("model.zip");
        SurrogateTrainers.Get("ensemble").Fit(Samples.Micro(12), new SurrogateOptions { Calibrate = false }).Save(_path);
        _file = File.ReadAllBytes(_path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_ends_early_is_refused()
    {
        for (var length = 0; length < _file.Length; length += 1 + (_file.Length / 40))
        {
            Refuse(_file[..length]);
        }
    }

    [Fact]
    public void Bytes_at_random_are_refused()
    {
        var random = new Random(1);
        for (var i = 0; i < 10; i++)
        {
            var bytes = new byte[random.Next(5000)];
            random.NextBytes(bytes);
            Refuse(bytes);
        }

        Refuse([]);
        Refuse(Encoding.UTF8.GetBytes("arch,class_scene\n64-41414-0_00_000,1\n"));
    }

    [Fact]
    public void Changed_bytes_are_refused_or_do_no_harm()
    {
        var random = new Random(2);
        for (var i = 0; i < 60; i++)
        {
            var bytes = (byte[])_file.Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            RefuseOrRead(bytes);
        }
    }

    // Inside the zip, where no checksum protects what is written anew.
    [Fact]
    public void Changed_entries_are_refused_or_do_no_harm()
    {
        var random = new Random(3);
        for (var i = 0; i < 60; i++)
        {
            RefuseOrRead(Rewrite((_, content) =>
            {
                if (content.Length > 0)
                {
                    content[random.Next(content.Length)] ^= (byte)(1 << random.Next(8));
                }

                return content;
            }));
        }
    }

    [Fact]
    public void A_missing_or_an_empty_entry_is_refused_or_does_no_harm()
    {
        using var archive = new ZipArchive(new MemoryStream(_file));
        foreach (var name in archive.Entries.Select(entry => entry.FullName))
        {
            RefuseOrRead(Rewrite((entry, content) => entry == name ? null : content));
            RefuseOrRead(Rewrite((entry, content) => entry == name ? [] : content));
        }
    }

    [Fact]
    public void Another_ML_NET_model_is_told_apart()
    {
        var context = new MLContext();
        var data = context.Data.LoadFromEnumerable(new[] { new Point { X = 1 }, new Point { X = 2 } });
        context.Model.Save(context.Transforms.CopyColumns("Y", "X").Fit(data), data.Schema, _path);
        Assert.Equal(
            $"{_path}: an ML.NET model, but not a surrogate; expected a file that 'fit' or Surrogate.Save wrote",
            Assert.Throws<InputException>(() => Surrogate.Load(_path)).Message);

        // An encoding without a surrogate behind it.
        var texts = context.Data.LoadFromEnumerable(new[] { new Text { Architecture = "64-41414-0_00_000" } });
        context.Model.Save(
            context.Transforms.EncodeArchitecture("Features", "Architecture", SearchSpaces.Micro).Fit(texts), texts.Schema, _path);
        Assert.Contains("not a surrogate", Assert.Throws<InputException>(() => Surrogate.Load(_path)).Message);
    }

    [Fact]
    public void No_file_and_a_folder_are_named()
    {
        Assert.Contains("no such file", Assert.Throws<InputException>(() => Surrogate.Load(_path + ".not")).Message);
        Assert.Throws<InputException>(() => Surrogate.Load(Path.GetDirectoryName(_path)!));
    }

    [Theory]
    [InlineData("surrogates.model.v1:")]
    [InlineData("surrogates.model.v1:!!!")]
    [InlineData("surrogates.model.v1:AAAA")]
    public void A_model_whose_text_is_damaged_is_refused(string text) =>
        ExpectOneLine(Assert.Throws<InputException>(() => SurrogateModel.Deserialize(text)));

    [Fact]
    public void A_model_whose_text_was_changed_is_refused_or_predicts()
    {
        var surrogate = Surrogate.Load(_path);
        var text = surrogate.Model.Serialize();
        var random = new Random(4);
        for (var i = 0; i < 200; i++)
        {
            var changed = text.ToCharArray();
            changed[random.Next(25, changed.Length)] = (char)random.Next('+', 'z');
            try
            {
                var model = SurrogateModel.Deserialize(new string(changed));
                model.Predict(new float[model.Features]);
            }
            catch (InputException exception)
            {
                ExpectOneLine(exception);
            }
        }
    }

    // The numbers behind the text, where Base64 and compression hide nothing.
    [Fact]
    public void A_model_whose_numbers_were_changed_is_refused_or_predicts() => ChangeNumbers(NumbersOf(Surrogate.Load(_path)), seed: 5);

    [Theory]
    [InlineData(GraphConvolution.Isomorphism)]
    [InlineData(GraphConvolution.Gated)]
    [InlineData(GraphConvolution.Attention)]
    [InlineData(GraphConvolution.Transformer)]
    public void Graph_networks_whose_numbers_were_changed_are_refused_or_predict(GraphConvolution convolution)
    {
        var options = new ArchitectureGraphOptions { Convolution = convolution, HiddenSize = 4, NumberOfNetworks = 2, NumberOfSteps = 2 };
        var encoding = new ArchitectureEncoding().Graph().Cost();
        var numbers = NumbersOf(new GraphSurrogateTrainer(options).Fit(Samples.Micro(12), new SurrogateOptions { Encoding = encoding }));
        var row = encoding.For(SearchSpaces.Micro).Encode(SearchSpaces.Micro.Parse("64-41414-1_01_302"));
        ChangeNumbers(numbers, seed: 6, row);

        // The header decides how much is read: each of its bytes, and each of its numbers as a whole.
        var start = numbers.AsSpan().IndexOf("graph-networks.v1"u8) + "graph-networks.v1"u8.Length;
        const int Header = 60;
        for (var place = start; place < start + Header; place++)
        {
            foreach (var value in (byte[])[0, 1, 0x7f, 0xff])
            {
                var changed = (byte[])numbers.Clone();
                changed[place] = value;
                RefuseOrPredict(changed, row);
            }

            foreach (var value in (int[])[0, -1, 512, short.MaxValue, int.MaxValue])
            {
                var changed = (byte[])numbers.Clone();
                BitConverter.TryWriteBytes(changed.AsSpan(place), value);
                RefuseOrPredict(changed, row);
            }
        }
    }

    // Numbers that are none, in a file, are none in its predictions.
    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Graph_networks_with_weights_that_are_not_finite_predict_without_failing(float weight)
    {
        foreach (var convolution in Enum.GetValues<GraphConvolution>())
        {
            var options = new ArchitectureGraphOptions { Convolution = convolution, HiddenSize = 4, NumberOfNetworks = 2, NumberOfSteps = 2 };
            var encoding = new ArchitectureEncoding().Graph();
            var numbers = NumbersOf(new GraphSurrogateTrainer(options).Fit(Samples.Micro(12), new SurrogateOptions { Encoding = encoding }));
            for (var place = numbers.Length - 8; place > numbers.Length / 2; place -= 4)
            {
                BitConverter.TryWriteBytes(numbers.AsSpan(place), weight);
            }

            RefuseOrPredict(numbers, encoding.For(SearchSpaces.Micro).Encode(SearchSpaces.Micro.Parse("64-41414-1_01_302")));
        }
    }

    // Layers and sizes as large as can be, and no weights behind: what is asked for must not be taken from memory first.
    [Fact]
    public void A_header_that_promises_more_than_the_file_has_takes_no_memory()
    {
        var sample = SampleGraphs.Of("micro", 1);
        using var bytes = new MemoryStream();
        var writer = new BinaryWriter(bytes);
        writer.Write("graph-networks.v1");
        writer.Write(sample.Width);
        sample.Unscaled().Write(writer);
        writer.Write((int)GraphConvolution.Transformer);
        writer.Write(512);
        writer.Write(16);
        writer.Write(1.0);
        writer.Write(64);
        writer.Write(new byte[1000]);
        bytes.Position = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<EndOfStreamException>(() => RegressionModelFormat.Read(new BinaryReader(bytes)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Theory]
    [InlineData("surrogates.encoding.v1:")]
    [InlineData("surrogates.encoding.v1:{}")]
    [InlineData("""surrogates.encoding.v1:{"space":null,"encoding":null,"surrogate":null}""")]
    [InlineData("""surrogates.encoding.v1:{"space":"mikro","encoding":"onehot","surrogate":null}""")]
    [InlineData("""surrogates.encoding.v1:{"space":"micro","encoding":"hot","surrogate":null}""")]
    public void A_damaged_encoding_is_refused(string text) => ExpectOneLine(Assert.Throws<InputException>(() => EncodingPayload.Deserialize(text)));

    private void Refuse(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        ExpectOneLine(Assert.Throws<InputException>(() => Surrogate.Load(_path)));
    }

    private void RefuseOrRead(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        try
        {
            Surrogate.Load(_path).Predict(SearchSpaces.Micro.Parse("64-41414-1_01_302"));
        }
        catch (InputException exception)
        {
            ExpectOneLine(exception);
        }
    }

    private static byte[] NumbersOf(Surrogate surrogate) =>
        BinaryText.Read(Format, surrogate.Model.Serialize(), reader => reader.ReadBytes(1 << 20));

    private static void ChangeNumbers(byte[] numbers, int seed, float[]? row = null)
    {
        var random = new Random(seed);
        for (var i = 0; i < 300; i++)
        {
            var changed = (byte[])numbers.Clone();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            RefuseOrPredict(changed, row);
        }
    }

    private static void RefuseOrPredict(byte[] numbers, float[]? row = null)
    {
        var text = BinaryText.Write(Format, writer => writer.Write(numbers), CompressionLevel.Fastest);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var model = SurrogateModel.Deserialize(text);
            Assert.InRange(model.Features, 1, short.MaxValue);
            model.Predict(new float[model.Features]);
            if (row?.Length == model.Features)
            {
                model.Predict(row);
            }
        }
        catch (InputException exception)
        {
            ExpectOneLine(exception);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
    }

    private static void ExpectOneLine(InputException exception)
    {
        Assert.DoesNotContain('\n', exception.Message);
        Assert.InRange(exception.Message.Length, 10, 1000);
    }

    private byte[] Rewrite(Func<string, byte[], byte[]?> change)
    {
        using var source = new ZipArchive(new MemoryStream(_file));
        using var bytes = new MemoryStream();
        using (var target = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var content = new MemoryStream();
                using (var stream = entry.Open())
                {
                    stream.CopyTo(content);
                }

                if (change(entry.FullName, content.ToArray()) is { } changed)
                {
                    using var written = target.CreateEntry(entry.FullName).Open();
                    written.Write(changed);
                }
            }
        }

        return bytes.ToArray();
    }

    private sealed class Point
    {
        public float X { get; set; }
    }

    private sealed class Text
    {
        public string Architecture { get; set; } = "";
    }
}
