using System.Text.Json;
using Surrogates.Architectures;
using Surrogates.Training.Networks;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Models;

/// <summary>What a network is built from.</summary>
internal sealed record NetworkDefinition(Architecture Architecture, ITrainingTask Task, NetworkOptions Options, int Height, int Width)
{
    public string Serialize() => JsonSerializer.Serialize(new Text(
        Architecture.Space.Serialize(), Architecture.Text, Task.Name, Task.Serialize(), Options, Height, Width));

    /// <exception cref="InputException">The text is damaged, or names what this process does not know.</exception>
    public static NetworkDefinition Deserialize(string json)
    {
        try
        {
            var text = JsonSerializer.Deserialize<Text>(json)!;
            if (text.Height is < 1 or > 32_768 || text.Width is < 1 or > 32_768)
            {
                throw new InputException($"the network in the model file is damaged: pictures of {text.Height}×{text.Width}");
            }

            return new NetworkDefinition(
                SearchSpaces.Deserialize(text.Space).Parse(text.Architecture),
                TrainingTasks.Find(text.Task).Restore(text.TaskDefinition),
                text.Options,
                text.Height,
                text.Width);
        }
        catch (Exception exception) when (exception is JsonException or NullReferenceException or ArgumentNullException)
        {
            throw new InputException("the network in the model file is damaged", exception);
        }
    }

    private sealed record Text(
        string Space, string Architecture, string Task, string TaskDefinition, NetworkOptions Options, int Height, int Width);
}
