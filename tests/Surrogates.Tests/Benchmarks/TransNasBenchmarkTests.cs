using System.Text.Json;
using Surrogates.Benchmarks;

namespace Surrogates.Tests.Benchmarks;

public class TransNasBenchmarkTests
{
    private static readonly JsonElement Golden = Fixture.Golden();

    private static readonly TransNasBenchmark Benchmark = TransNasBenchmark.Load(Fixture.Path("zip-lists"));

    public static TheoryData<string> Files => Fixture.Names;

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_way_of_writing_the_file_gives_what_torch_load_gives(string name)
    {
        Assert.True(TransNasBenchmark.IsRecognized(Fixture.Path(name)));
        var benchmark = TransNasBenchmark.Load(Fixture.Path(name));
        Assert.Equal(Texts(Golden.GetProperty("task_list")), benchmark.Tasks);
        Assert.Equal(Texts(Golden.GetProperty("info_names")), benchmark.InfoNames);
        var metrics = Golden.GetProperty("metrics_dict");
        Assert.All(benchmark.Tasks, task => Assert.Equal(Texts(metrics.GetProperty(task)), benchmark.Metrics(task)));
        var data = Golden.GetProperty("data");
        Assert.Equal(data.EnumerateObject().Select(space => space.Name).Order(), benchmark.Spaces.Order());
        foreach (var space in data.EnumerateObject())
        {
            Assert.Equal(space.Value.EnumerateObject().Select(pair => pair.Name).Order(), benchmark.Architectures(space.Name).Order());
            foreach (var architecture in space.Value.EnumerateObject())
            {
                Assert.Equal(space.Name, benchmark.SpaceOf(architecture.Name));
                Assert.All(benchmark.Tasks, task => AssertResult(benchmark, architecture, task));
            }
        }
    }

    [Fact]
    public void Reading_stops_when_it_is_cancelled() =>
        Assert.ThrowsAny<OperationCanceledException>(
            () => TransNasBenchmark.Load(Fixture.Path("zip-lists"), new CancellationToken(canceled: true)));

    [Fact]
    public void Stream_is_read_from_its_position_to_its_end()
    {
        byte[] content = [1, 2, 3, .. Fixture.Bytes("pickle-protocol5")];
        using var stream = new MemoryStream(content) { Position = 3 };
        Assert.Equal(4, TransNasBenchmark.Load(stream, "x.pth").Count);
        Assert.Equal(content.Length, stream.Position);
    }

    [Fact]
    public void Architectures_have_the_numbers_of_the_official_api()
    {
        Assert.Equal(4, Benchmark.Count);
        Assert.Equal(
            ["64-4111-basic", "64-1234-basic", "64-41414-0_00_000", "64-41414-1_02_333"],
            Enumerable.Range(0, Benchmark.Count).Select(Benchmark.ArchitectureAt));
        Assert.All(Enumerable.Range(0, Benchmark.Count), i => Assert.Equal(i, Benchmark.IndexOf(Benchmark.ArchitectureAt(i))));
        Assert.Equal(-1, Benchmark.IndexOf("64-1-basic"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Benchmark.ArchitectureAt(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Benchmark.ArchitectureAt(-1));
    }

    [Fact]
    public void Metrics_are_read_at_the_epoch_asked_for()
    {
        const string Architecture = "64-4111-basic";
        var curve = Benchmark.Curve(Architecture, "jigsaw", "valid_top1").ToArray();
        Assert.Equal(3, curve.Length);
        Assert.Equal(curve[^1], Benchmark.Metric(Architecture, "jigsaw", "valid_top1"));
        Assert.Equal(curve.Max(), Benchmark.Metric(Architecture, "jigsaw", "valid_top1", BenchmarkEpoch.Best));
        Assert.Equal(curve[1], Benchmark.Metric(Architecture, "jigsaw", "valid_top1", BenchmarkEpoch.At(1)));
        Assert.Equal(Array.IndexOf(curve, curve.Max()), Benchmark.BestEpoch(Architecture, "jigsaw"));
        Assert.Equal(
            "valid_top1 of jigsaw has the epochs 0 to 2 for 64-4111-basic, and no epoch 3.",
            Assert.Throws<InputException>(() => Benchmark.Metric(Architecture, "jigsaw", "valid_top1", BenchmarkEpoch.At(3))).Message);
    }

    [Fact]
    public void Best_of_a_loss_is_its_lowest_and_ignores_nan()
    {
        const string Architecture = "64-41414-0_00_000";
        Assert.Equal([1, double.PositiveInfinity, double.NaN], Benchmark.Curve(Architecture, "jigsaw", "train_loss").ToArray());
        Assert.Equal(1, Benchmark.Metric(Architecture, "jigsaw", "train_loss", BenchmarkEpoch.Best));
        Assert.Equal(0, Benchmark.BestEpoch(Architecture, "jigsaw", "train_loss"));
        Assert.Equal(
            Benchmark.BestEpoch(Architecture, "room_layout", "valid_loss"),
            Benchmark.BestEpoch(Architecture, "room_layout", "valid_neg_loss"));
    }

    [Theory]
    [InlineData("valid_loss", true)]
    [InlineData("test_l1_loss", true)]
    [InlineData("time_elapsed", true)]
    [InlineData("valid_neg_loss", false)]
    [InlineData("valid_top1", false)]
    [InlineData("valid_mIoU", false)]
    public void Direction_follows_from_the_name(string metric, bool isLowerBetter) =>
        Assert.Equal(isLowerBetter, TransNasMetrics.IsLowerBetter(metric));

    [Fact]
    public void Best_architectures_come_with_the_metric_as_the_file_has_it()
    {
        var losses = Benchmark.Best("micro", "class_scene", 5, "valid_loss", BenchmarkEpoch.Best);
        Assert.Equal(2, losses.Count);
        Assert.True(losses[0].Value < losses[1].Value);
        Assert.Equal(Benchmark.Curve(losses[0].Architecture, "class_scene", "valid_loss").ToArray().Min(), losses[0].Value);
        Assert.Equal(Benchmark.Architectures("micro")[losses[0].Row], losses[0].Architecture);
        Assert.Single(Benchmark.Best("micro", "normal", 5));
    }

    [Fact]
    public void Table_has_the_validation_metric_at_the_last_epoch()
    {
        var table = Benchmark.ToTable("macro");
        Assert.Equal(Benchmark.Tasks, table.Tasks);
        Assert.Equal(Benchmark.Architectures("macro"), table.Architectures);
        Assert.Equal(Benchmark.Metric("64-4111-basic", "segmentsemantic", "valid_mIoU"), table.Value(0, "segmentsemantic"));
        Assert.Equal(Benchmark.Metric("64-1234-basic", "room_layout", "valid_neg_loss"), table.Value(1, "room_layout"));
        Assert.Equal(1, table.MeasuredCount("autoencoder"));
    }

    [Fact]
    public void Table_of_a_loss_is_negated_and_has_only_finite_values()
    {
        var table = Benchmark.ToTable("micro", "train_loss", BenchmarkEpoch.At(1));
        Assert.Equal(["class_scene", "class_object", "room_layout", "jigsaw", "segmentsemantic"], table.Tasks);
        Assert.True(double.IsNaN(table.Value(0, "jigsaw")));
        Assert.Equal(-Benchmark.Metric("64-41414-1_02_333", "jigsaw", "train_loss", BenchmarkEpoch.At(1)), table.Value(1, "jigsaw"));
    }

    [Fact]
    public void Unknown_names_are_told_with_the_known_ones()
    {
        AssertMessage("there is no search space 'nano'; there are macro, micro.", () => Benchmark.Architectures("nano"));
        AssertMessage("there is no task 'x'; there are class_scene, class_object, room_layout, jigsaw, segmentsemantic, normal, autoencoder.", () => Benchmark.BestEpoch("64-4111-basic", "x"));
        AssertMessage("there is no info 'x'; there are inference_time, encoder_params, model_params, model_FLOPs, encoder_FLOPs.", () => Benchmark.ModelInfo("64-4111-basic", "jigsaw", "x"));
        AssertMessage("there is no architecture 'x' in the benchmark; expected one like 64-4111-basic.", () => Benchmark.TotalEpochs("x", "jigsaw"));
        AssertMessage(
            "the task normal has no metric 'x'; there are train_ssim, train_l1_loss, valid_ssim, valid_l1_loss, test_ssim, test_l1_loss, time_elapsed.",
            () => Benchmark.Metric("64-4111-basic", "normal", "x"));
        AssertMessage(
            "no task has the metric 'x'; there are train_top1, train_top5, train_loss, valid_top1, valid_top5, valid_loss, test_top1, test_top5, test_loss, "
            + "time_elapsed, train_neg_loss, valid_neg_loss, test_neg_loss, train_acc, train_mIoU, valid_acc, valid_mIoU, test_acc, test_mIoU, "
            + "train_ssim, train_l1_loss, valid_ssim, valid_l1_loss, test_ssim, test_l1_loss.",
            () => Benchmark.ToTable("micro", "x"));
    }

    private static void AssertMessage(string message, Func<object> action) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => { action(); }).Message);

    private static void AssertResult(TransNasBenchmark benchmark, JsonProperty architecture, string task)
    {
        if (!architecture.Value.TryGetProperty(task, out var result))
        {
            Assert.Equal(0, benchmark.TotalEpochs(architecture.Name, task));
            Assert.All(benchmark.InfoNames, info => Assert.True(double.IsNaN(benchmark.ModelInfo(architecture.Name, task, info))));
            Assert.All(benchmark.Metrics(task), metric => Assert.True(benchmark.Curve(architecture.Name, task, metric).IsEmpty));
            return;
        }

        Assert.Equal((int)Fixture.Number(result.GetProperty("total_epochs")), benchmark.TotalEpochs(architecture.Name, task));
        Assert.All(
            benchmark.InfoNames,
            info => Assert.Equal(
                Fixture.Number(result.GetProperty("model_info").GetProperty(info)),
                benchmark.ModelInfo(architecture.Name, task, info)));
        Assert.All(
            benchmark.Metrics(task),
            metric => Assert.Equal(
                result.GetProperty("metrics").GetProperty(metric).EnumerateArray().Select(Fixture.Number),
                benchmark.Curve(architecture.Name, task, metric).ToArray()));
    }

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);
}
