using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.Architectures;
using Surrogates.Graphs;
using Surrogates.Models;
using Surrogates.Tests.Models;

namespace Surrogates.Tests.ModelFiles;

/// <summary>A model file means the same in a process that has seen nothing but the file.</summary>
public class OtherProcessTests
{
    private static readonly ArchitectureGraphRegressionTrainer.Options Quick = new() { NumberOfNetworks = 2, NumberOfSteps = 10 };

    [Fact]
    public void Models_are_read_bit_for_bit_in_another_process()
    {
        using var folder = new TemporaryFolder();
        var surrogate = SurrogateTrainers.Default.Fit(Samples.Micro(30), new SurrogateOptions { Calibrate = false });
        surrogate.Save(folder.File("surrogate.zip"));
        var networks = new GraphSurrogateTrainer(Quick).Fit(Samples.Micro(30));
        networks.Save(folder.File("gnn.zip"));

        var context = new MLContext(seed: 1);
        var data = Rows(context);
        var pipeline = context.Transforms.EncodeArchitecture("Features", "Architecture", SearchSpaces.Micro)
            .Append(context.Regression.Trainers.ExtraTrees(numberOfTrees: 10)).Fit(data);
        context.Model.Save(pipeline, data.Schema, folder.File("pipeline.zip"));
        var graphs = context.Transforms.EncodeArchitecture("Features", "Architecture", SearchSpaces.Micro, e => e.Graph().Cost())
            .Append(context.Regression.Trainers.ArchitectureGraph(Quick)).Fit(data);
        context.Model.Save(graphs, data.Schema, folder.File("graphs.zip"));

        OtherProcess.Run(typeof(OtherProcessTests), nameof(Score_in_this_process), folder.File(""));
        Assert.Equal(Predictions(surrogate), File.ReadAllText(folder.File("surrogate.txt")));
        Assert.Equal(Predictions(networks), File.ReadAllText(folder.File("gnn.txt")));
        Assert.Equal(Scores(pipeline.Transform(data)), File.ReadAllText(folder.File("pipeline.txt")));
        Assert.Equal(Scores(graphs.Transform(data)), File.ReadAllText(folder.File("graphs.txt")));

        // Here graph networks were trained, with libtorch; there they are only read. (macOS does not say what is loaded.)
        Assert.NotEmpty(File.ReadAllLines(folder.File("libraries.txt")));
        Assert.DoesNotContain(File.ReadAllLines(folder.File("libraries.txt")), IsTorch);
        Assert.True(OperatingSystem.IsMacOS() || Libraries().Any(IsTorch));

        static bool IsTorch(string name) =>
            name.Contains("torch_cpu", StringComparison.OrdinalIgnoreCase) || name.Contains("LibTorchSharp", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the other process does; on its own it has nothing to do.</summary>
    [Fact(Explicit = true)]
    public void Score_in_this_process()
    {
        var folder = OtherProcess.Folder;
        var context = new MLContext();
        foreach (var name in (string[])["pipeline", "graphs"])
        {
            var pipeline = context.Model.Load(Path.Combine(folder, $"{name}.zip"), out _);
            File.WriteAllText(Path.Combine(folder, $"{name}.txt"), Scores(pipeline.Transform(Rows(context))));
        }

        foreach (var name in (string[])["surrogate", "gnn"])
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.txt"), Predictions(Surrogate.Load(Path.Combine(folder, $"{name}.zip"))));
        }

        File.WriteAllLines(Path.Combine(folder, "libraries.txt"), Libraries());
    }

    private static IEnumerable<string> Libraries()
    {
        using var process = Process.GetCurrentProcess();
        return [.. process.Modules.Cast<ProcessModule>().Select(module => module.FileName)];
    }

    private static string Predictions(Surrogate surrogate) =>
        string.Join('\n', surrogate.Predict(Samples.Micro(200).Architectures));

    private static string Scores(IDataView scored) =>
        string.Join('\n', scored.GetColumn<float>("Score").Concat(scored.GetColumn<float>("ScoreStandardDeviation")).Select(BitConverter.SingleToInt32Bits));

    private static IDataView Rows(MLContext context)
    {
        var set = Samples.Micro(50);
        return context.Data.LoadFromEnumerable(set.Architectures.Select((a, i) => new Row { Architecture = a.Text, Label = (float)set.Values[i] }));
    }

    private sealed class Row
    {
        public string Architecture { get; set; } = "";

        public float Label { get; set; }
    }
}
