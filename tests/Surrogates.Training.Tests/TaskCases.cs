using Surrogates.Training.Data;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Tests;

/// <summary>Every task kind with every kind of labels that it takes.</summary>
internal static class TaskCases
{
    private static readonly Dictionary<string, (string Task, TestImages.LabelMaker Labels)> All = new()
    {
        ["classification"] = ("classification", (count, _, _) => TestImages.Classes(count)),
        ["classification, soft"] = ("classification", (count, _, _) => TestImages.Soft(count)),
        ["regression"] = ("regression", (count, _, _) => TestImages.Vectors(count)),
        ["class_scene"] = ("class_scene", (count, _, _) => TestImages.Classes(count)),
        ["class_object, of several"] = ("class_object", TestImages.Several),
        ["room_layout"] = ("room_layout", TestImages.Several),
        ["segmentsemantic"] = ("segmentsemantic", TestImages.Several),
        ["normal"] = ("normal", TestImages.Several),
        ["normal_gan"] = ("normal_gan", TestImages.Several),
        ["jigsaw"] = ("jigsaw", (count, _, _) => TestImages.None(count)),
        ["autoencoder"] = ("autoencoder", (count, _, _) => TestImages.None(count)),
        ["autoencoder_gan"] = ("autoencoder_gan", (count, _, _) => TestImages.None(count)),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static IEnumerable<string> Tasks => All.Values.Select(value => value.Task).Distinct();

    public static (ITrainingTask Task, ImageDataset Data) Create(string name, int count = 32, int height = 16, int? width = null)
    {
        var data = TestImages.Create(All[name].Labels, count, height, width);
        return (TrainingTasks.Find(All[name].Task).Create(data), data);
    }
}
