using Surrogates.Training.Data;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Tests;

/// <summary>Every task kind with every kind of labels that it takes.</summary>
internal static class TaskCases
{
    private static readonly Dictionary<string, (string Task, Func<int, ImageLabels> Labels)> All = new()
    {
        ["classification"] = ("classification", TestImages.Classes),
        ["classification, soft"] = ("classification", TestImages.Soft),
        ["regression"] = ("regression", TestImages.Vectors),
        ["jigsaw"] = ("jigsaw", TestImages.None),
        ["autoencoder"] = ("autoencoder", TestImages.None),
        ["autoencoder_gan"] = ("autoencoder_gan", TestImages.None),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static IEnumerable<string> Tasks => All.Values.Select(value => value.Task).Distinct();

    public static (ITrainingTask Task, ImageDataset Data) Create(string name, int count = 32, int height = 16, int? width = null)
    {
        var data = TestImages.Create(All[name].Labels, count, height, width);
        return (TrainingTasks.Find(All[name].Task).Create(data), data);
    }
}
