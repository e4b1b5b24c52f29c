using System.Text.Json.Nodes;
using Microsoft.ML.Data;
using Surrogates.ModelFiles;
using Surrogates.Tests;
using Surrogates.Training.Models;

namespace Surrogates.Training.Tests.Models;

/// <summary>A damaged file is refused in a line, or does no harm.</summary>
public sealed class DamagedNetworkFileTests : IDisposable
{
    private const string Format = "surrogates.network.v1:";

    private readonly TemporaryFolder _folder = new();
    private readonly string _path;
    private readonly byte[] _file;
    private readonly string _payload;

    public DamagedNetworkFileTests()
    {
        _path = _folder.File("network.zip");
        using var network = SmallTraining.Of("classification").With(protocol => protocol with { Epochs = 1 }).Run();
        network.Save(_path);
        _file = File.ReadAllBytes(_path);
        _payload = NetworkPayload.Serialize(network);
    }

    public static TheoryData<string> Members =>
    [
        "Space", "Architecture", "Task", "TaskDefinition", "Options", "Height", "Width",
        "Options.BaseChannels", "Options.Modules", "Options.InputChannels",
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFileThatEndsEarlyIsRefused()
    {
        for (var length = 0; length < _file.Length; length += 1 + (_file.Length / 20))
        {
            var bytes = _file[..length];
            Assert.True(IsRefused(bytes));
        }
    }

    [Fact]
    public void ChangedBytesAreRefusedOrDoNoHarm()
    {
        var random = new Random(2);
        for (var i = 0; i < 30; i++)
        {
            var bytes = (byte[])_file.Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            IsRefused(bytes);
        }
    }

    [Fact]
    public void APayloadWhoseTextWasChangedIsRefusedOrPredicts()
    {
        var random = new Random(3);
        for (var i = 0; i < 60; i++)
        {
            var changed = _payload.ToCharArray();
            changed[random.Next(Format.Length, changed.Length)] = (char)random.Next('+', 'z');
            RefuseOrPredict(new string(changed));
        }
    }

    // The bytes behind the text, where Base64 and compression hide nothing: definition, sizes, weights.
    [Fact]
    public void APayloadWhoseBytesWereChangedIsRefusedOrPredicts()
    {
        var bytes = BinaryText.Read(Format, _payload, reader => reader.ReadBytes(1 << 24));
        var random = new Random(4);
        for (var i = 0; i < 100; i++)
        {
            var changed = (byte[])bytes.Clone();

            // Every second time in the definition, which stands first.
            changed[random.Next(i % 2 == 0 ? 1500 : changed.Length)] ^= (byte)(1 << random.Next(8));
            RefuseOrPredict(BinaryText.Write(Format, writer => writer.Write(changed)));
        }
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void ADefinitionWithoutAMemberOrWithNonsenseIsRefused(string member)
    {
        var (definition, weights) = BinaryText.Read(Format, _payload, reader => (reader.ReadString(), reader.ReadBytes(1 << 24)));
        foreach (var value in new[] { null, "null", "-1", "\"\"", "\"{}\"", "\"null\"", "{}", "[]", "1000000" })
        {
            var json = JsonNode.Parse(definition)!.AsObject();
            var (owner, name) = member.Split('.') is [var outer, var inner] ? (json[outer]!.AsObject(), inner) : (json, member);
            owner.Remove(name);
            if (value is not null)
            {
                owner[name] = JsonNode.Parse(value);
            }

            RefuseOrPredict(BinaryText.Write(Format, writer =>
            {
                writer.Write(json.ToJsonString());
                writer.Write(weights);
            }));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!!")]
    [InlineData("AAAA")]
    public void APayloadThatIsNoneIsRefused(string text) =>
        ExpectOneLine(Assert.Throws<InputException>(() => NetworkPayload.Deserialize(Format + text)));

    [Fact]
    public void NoFileAndAFolderAreNamed()
    {
        var message = Assert.Throws<InputException>(() => TrainedNetwork.Load(_path + ".not")).Message;
        Assert.Contains("no such file", message, StringComparison.Ordinal);
        ExpectOneLine(Assert.Throws<InputException>(() => TrainedNetwork.Load(_folder.File(""))));
    }

    private bool IsRefused(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        try
        {
            TrainedNetwork.Load(_path).Dispose();
            return false;
        }
        catch (InputException exception)
        {
            ExpectOneLine(exception);
            Assert.StartsWith(_path, exception.Message, StringComparison.Ordinal);
            return true;
        }
    }

    private static void RefuseOrPredict(string payload)
    {
        try
        {
            using var network = NetworkPayload.Deserialize(payload);
            using var image = MLImage.CreateFromPixels(12, 12, MLPixelFormat.Rgba32, new byte[12 * 12 * 4]);
            network.Predict(image);
        }
        catch (InputException exception)
        {
            ExpectOneLine(exception);
        }
    }

    private static void ExpectOneLine(InputException exception)
    {
        Assert.DoesNotContain('\n', exception.Message);
        Assert.InRange(exception.Message.Length, 10, 1000);
    }
}
