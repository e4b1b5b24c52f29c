using System.IO.Compression;
using System.Runtime.InteropServices;
using Surrogates.ModelFiles;
using Surrogates.Training.Loop;
using TorchSharp;

namespace Surrogates.Training.Models;

/// <summary>A trained network as a text: its definition, its weights and running statistics.</summary>
internal static class NetworkPayload
{
    private const string Format = "surrogates.network.v1:";

    public static bool IsSerialized(string text) => text.StartsWith(Format, StringComparison.Ordinal);

    public static string Serialize(TrainedNetwork network) => BinaryText.Write(
        Format,
        writer =>
        {
            writer.Write(network.Definition.Serialize());
            foreach (var tensor in Tensors(network))
            {
                NetworkState.WriteTensor(writer, tensor);
            }
        },
        CompressionLevel.Fastest);

    /// <summary>Builds the network again, on the CPU.</summary>
    /// <exception cref="InputException">The text is damaged.</exception>
    public static TrainedNetwork Deserialize(string text) => BinaryText.Read(Format, text, reader =>
    {
        var definition = NetworkDefinition.Deserialize(reader.ReadString());
        var network = Create(definition);
        try
        {
            foreach (var tensor in Tensors(network))
            {
                NetworkState.ReadTensor(reader, tensor);
            }
        }
        catch
        {
            network.Dispose();
            throw;
        }

        network.Module.eval();
        return network;
    });

    private static TrainedNetwork Create(NetworkDefinition definition)
    {
        try
        {
            return TrainedNetwork.Create(definition, new ComputePlacement(TrainingDevice.Find("cpu"), Precision.Float32), seed: 0);
        }
        catch (Exception exception) when (exception is NullReferenceException or ExternalException)
        {
            // A task without what it should hold, or layers of sizes that do not go together.
            throw new InputException("the network in the model file is damaged: its definition makes no network", exception);
        }
    }

    private static IEnumerable<torch.Tensor> Tensors(TrainedNetwork network) =>
        network.Module.parameters().Concat(network.Module.buffers());
}
