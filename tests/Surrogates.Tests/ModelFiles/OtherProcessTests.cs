using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.Architectures;
using Surrogates.Models;
using Surrogates.Tests.Models;

namespace Surrogates.Tests.ModelFiles;

/// <summary>A model file means the same in a process that has seen nothing but the file.</summary>
public class OtherProcessTests
{
    [Fact]
    public void Models_are_read_bit_for_bit_in_another_process()
    {
        using var folder = new TemporaryFolder();
        var surrogate = SurrogateTrainers.Default.Fit(Samples.Micro(30), new SurrogateOptions { Calibrate = false });
        surrogate.Save(folder.File("surrogate.zip"));

        var context = new MLContext(seed: 1);
        var data = Rows(context);
        var pipeline = context.Transforms.EncodeArchitecture("Features", "Architecture", SearchSpaces.Micro)
            .Append(context.Regression.Trainers.ExtraTrees(numberOfTrees: 10)).Fit(data);
        context.Model.Save(pipeline, data.Schema, folder.File("pipeline.zip"));

        OtherProcess.Run(typeof(OtherProcessTests), nameof(Score_in_this_process), folder.File(""));
        Assert.Equal(Predictions(surrogate), File.ReadAllText(folder.File("surrogate.txt")));
        Assert.Equal(Scores(pipeline.Transform(data)), File.ReadAllText(folder.File("pipeline.txt")));
    }

    /// <summary>What the other process does; on its own it has nothing to do.</summary>
    [Fact(Explicit = true)]
    public void Score_in_this_process()
    {
        var folder = OtherProcess.Folder;
        var context = new MLContext();
        var pipeline = context.Model.Load(Path.Combine(folder, "pipeline.zip"), out _);
        File.WriteAllText(Path.Combine(folder, "pipeline.txt"), Scores(pipeline.Transform(Rows(context))));
        File.WriteAllText(Path.Combine(folder, "surrogate.txt"), Predictions(Surrogate.Load(Path.Combine(folder, "surrogate.zip"))));
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
