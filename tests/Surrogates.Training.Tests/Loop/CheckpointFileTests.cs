using Surrogates.Tests;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;

namespace Surrogates.Training.Tests.Loop;

/// <summary>A checkpoint that cannot be gone on from is refused in a line that names the file.</summary>
public sealed class CheckpointFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SmallTraining _training;
    private readonly string _path;
    private readonly byte[] _bytes;

    public CheckpointFileTests()
    {
        _training = SmallTraining.Named("patience").Into(_folder.File("state"));
        _training.RunUntil(progress => progress.Completed?.Epoch == 2);
        _path = Assert.Single(Directory.GetFiles(_folder.File("state")));
        _bytes = File.ReadAllBytes(_path);
    }

    public static TheoryData<string> Others =>
        ["epochs", "rate", "batch", "precision", "patience", "network", "images", "pixels", "labels", "task"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFileThatEndsEarlyIsRefused()
    {
        for (var length = 0; length < _bytes.Length; length += 1 + (_bytes.Length / 20))
        {
            Refuse("damaged", _bytes[..length]);
        }
    }

    [Fact]
    public void ChangedBytesAreRefused()
    {
        var random = new Random(1);
        for (var i = 0; i < 30; i++)
        {
            var changed = (byte[])_bytes.Clone();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            Refuse("damaged", changed);
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void ACheckpointOfAnotherTrainingIsRefused(string other)
    {
        var pictures = TestImages.Pixels(_training.Data);
        pictures[0] ^= 1;
        var training = other switch
        {
            "epochs" => _training.With(protocol => protocol with { Epochs = 5 }),
            "rate" => _training.With(protocol => protocol with { Optimizer = protocol.Optimizer with { LearningRate = .2 } }),
            "batch" => _training.With(protocol => protocol with { BatchSize = 4 }),
            "precision" => _training.With(options => options with { Precision = Precision.BFloat16 }),
            "patience" => _training.With(options => options with { Patience = 4 }),
            "network" => _training.With(options => options with { Network = options.Network with { BaseChannels = 6 } }),
            "images" => _training with { Data = TestImages.Create(TestImages.Classes, count: 25, height: 12) },
            "pixels" => _training with { Data = Dataset(TestImages.Classes(24), pictures) },
            "labels" => _training with
            {
                Data = Dataset(
                    new ClassLabels(TestImages.ClassNames, [.. Enumerable.Range(0, 24).Select(i => (i + 1) % 3)]),
                    TestImages.Pixels(_training.Data)),
            },
            _ => SmallTraining.Of("classification, soft").With(options => options with { Patience = 3 }).Into(_folder.File("state")),
        };
        Expect("other settings or data", training);

        static ImageDataset Dataset(ImageLabels labels, byte[] pixels) => ImageDataset.Create("squares", 12, 12, labels, pixels);
    }

    [Fact]
    public void AFolderThatIsAFileIsRefused()
    {
        var message = Assert.Throws<InputException>(() => _training.Into(_folder.File("model", "x")).Run()).Message;
        Assert.Contains(_folder.File("model"), message, StringComparison.Ordinal);
    }

    private void Refuse(string why, byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        Expect(why, _training);
    }

    private void Expect(string why, SmallTraining training)
    {
        var message = Assert.Throws<InputException>(() => training.Run()).Message;
        Assert.StartsWith(_path, message, StringComparison.Ordinal);
        Assert.Contains(why, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
