using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using SkiaSharp;
using Surrogates.Architectures;
using Surrogates.Models;
using Surrogates.Tests;
using Surrogates.Training.Loop;
using Surrogates.Training.Models;
using Surrogates.Training.Networks.Operations;
using Surrogates.Training.Tasks;
using Surrogates.Training.Tests.Tasks;

namespace Surrogates.Training.Tests.Models;

/// <summary>A trained network is an ML.NET model, in the process that trained it and in any other.</summary>
public sealed class NetworkFileTests : IDisposable
{
    private const string OperationName = "test_wide";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => TaskCases.Names;

    private string File => _folder.File("network.zip");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void ALoadedNetworkPredictsTheSameBitForBit(string name)
    {
        using var trained = SmallTraining.Of(name).Run();
        trained.Save(File);
        using var loaded = TrainedNetwork.Load(File);
        Assert.Equal(NetworkPayload.Serialize(trained), NetworkPayload.Serialize(loaded));
        Assert.Equal(trained.Architecture.Text, loaded.Architecture.Text);
        Assert.Equal(trained.Options, loaded.Options);
        Assert.Equal(trained.Task.Serialize(), loaded.Task.Serialize());
        Assert.Null(loaded.Training);
        var validation = SmallTraining.Of(name).Validation;
        Assert.Equal(trained.Evaluate(validation), loaded.Evaluate(validation));

        using var image = Picture(20, 30);
        Assert.Equal(trained.Predict(image), loaded.Predict(image));
        var scored = Transform(new MLContext().Model.Load(File, out _), image);
        Assert.Equal(trained.Predict(image), scored.GetColumn<float[]>(ImageModelColumns.Score).Single());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ScoresHaveAKnownSizeAndOnlyClassesHaveALabel(string name)
    {
        using var trained = SmallTraining.Of(name).Run();
        trained.Save(File);
        using var image = Picture(12, 12);
        var scored = Transform(new MLContext().Model.Load(File, out _), image);
        var score = Assert.IsType<VectorDataViewType>(scored.Schema[ImageModelColumns.Score].Type);
        Assert.Equal(trained.Predict(image).Length, score.Size);
        Assert.Equal(trained.Task.ClassNames.Count > 0, scored.Schema.GetColumnOrNull(ImageModelColumns.PredictedLabel) is not null);
        Assert.DoesNotContain(scored.Schema, column => column.Name.StartsWith("__", StringComparison.Ordinal));
    }

    [Fact]
    public void AnotherProcessPredictsTheSame()
    {
        using var trained = SmallTraining.Of("classification").Run();
        trained.Save(File);
        SavePicture("photo.png", SKColorType.Rgba8888, 21, 17);
        using (var own = TrainWithOperationOfTheUsers())
        {
            own.Save(_folder.File("own.zip"));
        }

        OtherProcess.Run(typeof(NetworkFileTests), nameof(ScoreInThisProcess), _folder.File(""));
        using var image = MLImage.CreateFromFile(_folder.File("photo.png"));
        var scores = trained.Predict(image);
        Assert.Equal(
            $"{TestImages.ClassNames[scores.AsSpan().IndexOf(scores.Max())]} {string.Join(' ', scores)}",
            System.IO.File.ReadAllText(_folder.File("scored.txt")));
    }

    /// <summary>What the other process does, as any program would; on its own it has nothing to do.</summary>
    [Fact(Explicit = true)]
    public void ScoreInThisProcess()
    {
        Directory.SetCurrentDirectory(OtherProcess.Folder);

        MLContext mlContext = new();
        ITransformer model = mlContext.Model.Load("network.zip", out _);
        using MLImage image = MLImage.CreateFromFile("photo.png");
        IDataView photos = mlContext.Data.LoadFromEnumerable([new Photo { Image = image }]);
        IDataView scored = model.Transform(photos);
        string label = scored.GetColumn<string>("PredictedLabel").Single();
        float[] probabilities = scored.GetColumn<float[]>("Score").Single();
        System.IO.File.WriteAllText("scored.txt", $"{label} {string.Join(' ', probabilities)}");

        // A network of a task, and with an operation, that this process has not been told of.
        Assert.Contains("'test brightness'", Refusal(), StringComparison.Ordinal);
        RegisterTask();
        Assert.Contains(OperationName, Refusal(), StringComparison.Ordinal);

        static string Refusal() => Assert.Throws<InputException>(() => TrainedNetwork.Load("own.zip")).Message;
    }

    [Theory]
    [InlineData(SKColorType.Rgba8888, 12, 12)]
    [InlineData(SKColorType.Rgba8888, 1, 1)]
    [InlineData(SKColorType.Rgba8888, 300, 2)]
    [InlineData(SKColorType.Gray8, 20, 15)]
    public void PicturesOfAnySizeAndKindAreLoadedAndScoredInAPipeline(SKColorType kind, int width, int height)
    {
        using var trained = SmallTraining.Of("classification").Run();
        SavePicture("photo.png", kind, width, height);
        var context = new MLContext();
        var rows = context.Data.LoadFromEnumerable([new Named { Path = "photo.png" }]);
        var loaded = context.Transforms.LoadImages("Photo", _folder.File(""), "Path").Fit(rows).Transform(rows);
        var scores = trained.ToTransformer(context, "Photo").Transform(loaded).GetColumn<float[]>(ImageModelColumns.Score).Single();
        Assert.Equal(1, scores.Sum(), 1e-4);

        // A pipeline may bring pictures to a size of its own before.
        var resized = context.Transforms.ResizeImages("Photo", 10, 10).Fit(loaded).Transform(loaded);
        Assert.Single(trained.ToTransformer(context, "Photo").Transform(resized).GetColumn<float[]>(ImageModelColumns.Score));
        using var image = MLImage.CreateFromFile(_folder.File("photo.png"));
        Assert.Equal(trained.Predict(image), scores);
    }

    [Fact]
    public void WhatIsTransparentIsWhite()
    {
        using var trained = SmallTraining.Of("classification").Run();
        using var transparent = Uniform(SKColors.Transparent);
        using var white = Uniform(SKColors.White);
        using var black = Uniform(SKColors.Black);
        Assert.Equal(trained.Predict(white), trained.Predict(transparent));
        Assert.NotEqual(trained.Predict(black), trained.Predict(transparent));

        MLImage Uniform(SKColor colour)
        {
            using var bitmap = new SKBitmap(16, 16);
            bitmap.Erase(colour);
            return MLImage.CreateFromFile(Write(bitmap, "uniform.png"));
        }
    }

    [Fact]
    public void ManyThreadsPredictTheSame()
    {
        using var trained = SmallTraining.Of("classification").Run();
        using var image = Picture(16, 16);
        var expected = trained.Predict(image);
        Parallel.For(0, 32, _ => Assert.Equal(expected, trained.Predict(image)));
    }

    [Fact]
    public void AnOperationAndATaskOfTheUsersOwnAreLoadedAgain()
    {
        using var trained = TrainWithOperationOfTheUsers();
        trained.Save(File);
        using var loaded = TrainedNetwork.Load(File);
        using var image = Picture(16, 16);
        Assert.Equal(trained.Predict(image), loaded.Predict(image));
        Assert.Equal("test brightness", loaded.Task.Name);
    }

    [Fact]
    public void ASurrogateAndANetworkAreToldApart()
    {
        var architectures = Enumerable.Range(0, 12).Select(i => SearchSpaces.Micro.Parse($"64-41414-{i % 4}_{i / 4}1_012")).ToArray();
        var set = new TrainingSet(SearchSpaces.Micro, "task", architectures, [.. Enumerable.Range(0, 12).Select(i => (double)i)]);
        SurrogateTrainers.Default.Fit(set, new SurrogateOptions { Calibrate = false }).Save(File);
        Assert.Equal(
            $"{File}: an ML.NET model, but not a trained network; expected a file that 'train' or 'search' wrote.",
            Assert.Throws<InputException>(() => TrainedNetwork.Load(File)).Message);

        using var trained = SmallTraining.Of("classification").Run();
        trained.Save(File);
        Assert.StartsWith(
            $"{File}: an ML.NET model, but not a surrogate",
            Assert.Throws<InputException>(() => Surrogate.Load(File)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatCannotBeWrittenIsNamed()
    {
        using var trained = SmallTraining.Of("classification").Run();
        var path = Path.Combine(_folder.File("missing"), "network.zip");
        Assert.Contains(path, Assert.Throws<InputException>(() => trained.Save(path)).Message, StringComparison.Ordinal);
    }

    private static TrainedNetwork TrainWithOperationOfTheUsers()
    {
        CellOperations.Register(OperationName, (layers, shape) =>
            new CellOperation(layers.Convolution(shape.InputChannels, shape.OutputChannels, kernel: 7, shape.Stride)));
        RegisterTask();
        var space = SearchSpaces.FromJson(
            $$"""
            { "name": "test-own", "cell": { "nodes": 3, "none": "zero", "identity": "skip",
              "operations": ["zero", "skip", "{{OperationName}}"] } }
            """);
        var training = SmallTraining.Of(new BrightnessTask(), TestImages.Create(TestImages.None, count: 24, height: 12));
        return NetworkTrainer.Train(space.Create([2, 1, 2]), training.Task, training.Training, training.Validation, training.Options);
    }

    private static void RegisterTask() =>
        TrainingTasks.Register(new TrainingTaskKind("test brightness", "", _ => new BrightnessTask(), _ => new BrightnessTask()));

    private static IDataView Transform(ITransformer model, MLImage image) =>
        model.Transform(new MLContext().Data.LoadFromEnumerable([new Photo { Image = image }]));

    private static MLImage Picture(int width, int height)
    {
        var pixels = new byte[width * height * 4];
        new Random(1).NextBytes(pixels);
        for (var i = 3; i < pixels.Length; i += 4)
        {
            pixels[i] = 255;
        }

        return MLImage.CreateFromPixels(width, height, MLPixelFormat.Rgba32, pixels);
    }

    private void SavePicture(string name, SKColorType kind, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height, kind, SKAlphaType.Opaque);
        for (var i = 0; i < width * height; i++)
        {
            bitmap.SetPixel(i % width, i / width, new SKColor((byte)(i * 7), (byte)(i * 5), (byte)i));
        }

        Write(bitmap, name);
    }

    private string Write(SKBitmap bitmap, string name)
    {
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        System.IO.File.WriteAllBytes(_folder.File(name), data.ToArray());
        return _folder.File(name);
    }

    private sealed class Photo
    {
        // Any size binds; the attribute without a size cannot be used (ML.NET 5.0.1).
        [ImageType(1, 1)]
        public MLImage Image { get; set; } = null!;
    }

    private sealed class Named
    {
        public string Path { get; set; } = "";
    }
}
