using System.Text.Json;
using Surrogates.Cli.Commands.Train;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Tests.Hosting;
using Surrogates.Tests;
using Surrogates.Training.Models;

namespace Surrogates.Cli.Tests.Commands;

public sealed class TrainCommandTests : IDisposable
{
    private const string Architecture = "64-41414-3_12_231";

    private readonly TemporaryFolder _folder = new();
    private readonly string _pictures;

    public TrainCommandTests() => _pictures = SmallPictures.Write(_folder);

    public static TheoryData<string> Examples => [.. new TrainCommand().Examples];

    private string[] Command => With();

    private string Model => _folder.File("model.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Json_has_an_element_a_seed()
    {
        var results = (await CommandLineRun.Json([.. Command, "--seeds", "2", "--seed", "7"])).EnumerateArray().ToList();
        Assert.Equal(2, results.Count);
        Assert.Equal([7, 8], results.Select(result => result.GetProperty("seed").GetInt32()));
        Assert.All(results, result =>
        {
            Assert.Equal(
                [
                    "arch", "task", "seed", "device", "epochs", "metric", "validation", "test", "testMetrics", "trivial", "seconds",
                    "stepMilliseconds", "parameters", "end",
                ],
                result.EnumerateObject().Select(member => member.Name));
            Assert.Equal(Architecture, result.GetProperty("arch").GetString());
            Assert.Equal("classification", result.GetProperty("task").GetString());
            Assert.Equal("cpu", result.GetProperty("device").GetString());
            Assert.Equal("accuracy", result.GetProperty("metric").GetString());
            Assert.Equal("Completed", result.GetProperty("end").GetString());
            Assert.InRange(result.GetProperty("test").GetDouble(), 0, 1);
            Assert.Equal([1, 2], result.GetProperty("epochs").EnumerateArray().Select(epoch => epoch.GetProperty("epoch").GetInt32()));
            var last = result.GetProperty("epochs")[1];
            Assert.Equal(["epoch", "learningRate", "loss", "validation", "seconds"], last.EnumerateObject().Select(member => member.Name));
            Assert.Equal(last.GetProperty("validation").GetProperty("accuracy").GetDouble(), result.GetProperty("validation").GetDouble());
        });
        Assert.NotEqual(Losses(results[0]), Losses(results[1]));
    }

    [Fact]
    public async Task The_same_seed_trains_the_same() =>
        Assert.Equal(Losses((await CommandLineRun.Json(Command))[0]), Losses((await CommandLineRun.Json(Command))[0]));

    [Fact]
    public async Task The_model_is_written_and_loads_and_nothing_else_is_left()
    {
        var run = await CommandLineRun.Of([.. Command, "--output", Model, "--seeds", "2"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("seed 2, epoch 1 of 2", run.Error);
        Assert.Contains($"Wrote {Model}", run.Error);
        Assert.Contains("accuracy", run.Output);
        Assert.Equal(["model.zip"], _folder.Names());
        Assert.Equal([_pictures], Directory.GetDirectories(_folder.File("")));
        using var network = TrainedNetwork.Load(Model);
        Assert.Equal(["blue", "red"], network.Task.ClassNames);
        Assert.Equal(2, network.Options.BaseChannels);
    }

    [Fact]
    public async Task A_checkpoint_folder_of_the_users_is_kept_and_gone_on_from()
    {
        string[] command = [.. Command, "--checkpoint", _folder.File("state"), "--output", Model];
        var first = (await CommandLineRun.Json(command))[0];
        Assert.Single(Directory.GetFiles(_folder.File("state")));

        // Nothing is left to train: the same, and no step to time.
        var second = (await CommandLineRun.Json(command))[0];
        Assert.Equal(first.GetProperty("epochs").ToString(), second.GetProperty("epochs").ToString());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("stepMilliseconds").ValueKind);
        Assert.Contains(
            _folder.File("state"),
            await CommandLineRun.Refusal([.. With("--epochs", "3"), "--checkpoint", _folder.File("state"), "--quiet"]));
    }

    [Fact]
    public async Task A_training_that_fails_writes_no_model()
    {
        await CommandLineRun.Json([.. Command, "--checkpoint", _folder.File("state")]);
        var message = await CommandLineRun.Refusal(
            [.. With("--batch", "4"), "--checkpoint", _folder.File("state"), "--output", Model, "--quiet"]);
        Assert.Contains("other settings or data", message);
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public async Task Ctrl_C_leaves_a_state_to_go_on_from()
    {
        using var source = new CancellationTokenSource();
        using var watch = new FileSystemWatcher(_folder.File("")) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        watch.Renamed += (_, change) => Cancel(change.FullPath);
        watch.Created += (_, change) => Cancel(change.FullPath);
        var run = await CommandLineRun.With(source.Token, [.. With("--epochs", "100000"), "--output", Model]);
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Contains($"in {Model}.checkpoint; the same command goes on from there", run.Error);
        Assert.EndsWith("surrogate: stopped\n", run.Error);
        Assert.Single(Directory.GetFiles(Model + ".checkpoint", "*.checkpoint"));
        Assert.False(File.Exists(Model));

        void Cancel(string path)
        {
            if (path.EndsWith("seed1.checkpoint", StringComparison.Ordinal))
            {
                source.Cancel();
            }
        }
    }

    [Fact]
    public async Task Patience_ends_early_and_time_ends_at_once()
    {
        var patient = (await CommandLineRun.Json([.. With("--epochs", "1000"), "--patience", "2"]))[0];
        Assert.Equal("StoppedEarly", patient.GetProperty("end").GetString());
        Assert.InRange(patient.GetProperty("epochs").GetArrayLength(), 3, 999);

        var hasty = (await CommandLineRun.Json([.. Command, "--time", "0.000001s"]))[0];
        Assert.Equal("OutOfTime", hasty.GetProperty("end").GetString());
        Assert.Equal(0, hasty.GetProperty("epochs").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, hasty.GetProperty("validation").ValueKind);
        Assert.Equal(JsonValueKind.Number, hasty.GetProperty("test").ValueKind);
    }

    [Theory]
    [InlineData("jigsaw", "accuracy")]
    [InlineData("autoencoder", "ssim")]
    public async Task Tasks_without_labels_train_on_pictures_without_classes(string task, string metric)
    {
        using var folder = new TemporaryFolder();
        var pictures = SmallPictures.Write(folder, inClasses: false);
        var result = (await CommandLineRun.Json([.. With("--data", pictures), "--task", task]))[0];
        Assert.Equal(task, result.GetProperty("task").GetString());
        Assert.Equal(metric, result.GetProperty("metric").GetString());
    }

    [Fact]
    public async Task Classification_needs_classes()
    {
        using var folder = new TemporaryFolder();
        var message = await CommandLineRun.Refusal(
            [.. With("--data", SmallPictures.Write(folder, inClasses: false)), "--task", "classification", "--quiet"]);
        Assert.Contains("class", message);
    }

    [Theory]
    [InlineData("expected a time such as 90s, 10m or 1.5h", "--time", "10")]
    [InlineData("expected a time such as 90s, 10m or 1.5h", "--time", "-1m")]
    [InlineData("expected a time such as 90s, 10m or 1.5h", "--time", "0s")]
    [InlineData("task 'puzzle': there is no such task", "--task", "puzzle")]
    [InlineData("regression needs", "--task", "regression")]
    [InlineData("device 'gpu': known are auto, cpu, cuda and cuda:N", "--device", "gpu")]
    [InlineData("nosuch", "--space", "nosuch")]
    [InlineData("missing", "--data", "missing")]
    [InlineData("base channels: 3", "--base-channels", "3")]
    [InlineData("--epochs", "--epochs", "0")]
    [InlineData("epochs: 100001", "--epochs", "100001")]
    [InlineData("--batch", "--batch", "1")]
    [InlineData("--seeds", "--seeds", "0")]
    [InlineData("--patience", "--patience", "0")]
    [InlineData("--preset", "--preset", "large")]
    [InlineData("--precision", "--precision", "fp8")]
    [InlineData("nowhere", "--output", "nowhere/model.zip")]
    public async Task Bad_input_is_told_in_a_line(string expected, string option, string value) =>
        Assert.Contains(expected, await CommandLineRun.Refusal([.. With(option, value), "--quiet"]));

    [Fact]
    public async Task An_architecture_is_asked_for() =>
        Assert.Contains("is not an architecture of a built-in space", await CommandLineRun.Refusal("train", "resnet", "--data", _pictures));

    [Theory]
    [InlineData("class_scene", "accuracy")]
    [InlineData("segmentsemantic", "miou")]
    [InlineData("normal", "ssim")]
    [InlineData("room_layout", "loss")]
    public async Task Without_images_rooms_are_generated(string task, string metric)
    {
        var rooms = With("--size", "16").Where((word, index) => index is not (2 or 3));
        var result = (await CommandLineRun.Json([.. rooms, "--images", "20", "--task", task]))[0];
        Assert.Equal(metric, result.GetProperty("metric").GetString());
        Assert.True(double.IsFinite(result.GetProperty("trivial").GetDouble()));
        Assert.Contains(metric, result.GetProperty("testMetrics").EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Examples_of_the_help_are_command_lines(string example)
    {
        Assert.Contains(example, (await CommandLineRun.Of("train", "--help")).Output);

        // All that is missing are the photos.
        var message = await CommandLineRun.Refusal([.. example.Split(' '), "--quiet"]);
        Assert.StartsWith("photos", message);
        Assert.DoesNotContain("--help", message);
    }

    // Eight pixels, two channels: a training of a moment. An option that is given replaces its own.
    private string[] With(string? option = null, string? value = null)
    {
        Dictionary<string, string> options = new()
        {
            ["--data"] = _pictures,
            ["--size"] = "8",
            ["--base-channels"] = "2",
            ["--epochs"] = "2",
            ["--batch"] = "6",
            ["--device"] = "cpu",
        };
        if (option is not null)
        {
            options[option] = value!;
        }

        return ["train", Architecture, .. options.SelectMany(pair => new[] { pair.Key, pair.Value })];
    }

    private static string Losses(JsonElement result) =>
        string.Join(' ', result.GetProperty("epochs").EnumerateArray().Select(epoch => epoch.GetProperty("loss").GetDouble()));
}
