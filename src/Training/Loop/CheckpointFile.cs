using System.IO.Hashing;
using System.Text.Json;
using System.Text.Json.Serialization;
using Surrogates.Architectures;

namespace Surrogates.Training.Loop;

/// <summary>
/// The file with a training's state after its latest epoch. It appears whole or not at all, and its checksum is looked at.
/// </summary>
internal sealed class CheckpointFile
{
    private const string Magic = "surrogates.checkpoint.v1";

    // After a first epoch an error may be infinite.
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly string _identity;

    public CheckpointFile(string folder, Architecture architecture, int seed, string identity)
    {
        UserFile.Try(folder, "write", () => Directory.CreateDirectory(folder));
        var name = string.Concat(architecture.Text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '.'));
        var hash = XxHash32.HashToUInt32(System.Text.Encoding.UTF8.GetBytes(architecture.Space.Serialize() + architecture.Text));
        Path = System.IO.Path.Combine(
            folder, FormattableString.Invariant($"{name[..Math.Min(80, name.Length)]}-{hash:x8}-seed{seed}.checkpoint"));
        _identity = identity;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Writes the state.</summary>
    public void Write(Checkpoint checkpoint)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(_identity);
            writer.Write(checkpoint.PlannedEpochs);
            writer.Write(checkpoint.Seconds);
            writer.Write(JsonSerializer.Serialize(checkpoint.Epochs, Json));
            checkpoint.State.Write(writer);
            checkpoint.Best.Write(writer);
        }

        var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
        AtomicFile.Write(Path, stream =>
        {
            stream.Write(bytes.Span);
            stream.Write(XxHash128.Hash(bytes.Span));
        });
    }

    /// <summary>Reads the state, if there is one.</summary>
    /// <exception cref="InputException">The file is damaged, or of another training.</exception>
    public Checkpoint? TryRead(NetworkState state, BestWeights best)
    {
        if (!File.Exists(Path))
        {
            return null;
        }

        var bytes = UserFile.Try(Path, "read", () => File.ReadAllBytes(Path));
        const int HashLength = 16;
        if (bytes.Length < HashLength
            || !XxHash128.Hash(bytes.AsSpan(0, bytes.Length - HashLength)).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - HashLength)))
        {
            throw new InputException($"{Path}: the checkpoint is damaged (its checksum is wrong); delete it to begin anew.");
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, 0, bytes.Length - HashLength));
            if (reader.ReadString() != Magic || reader.ReadString() != _identity)
            {
                throw new InputException(
                    $"{Path}: the checkpoint is of a training with other settings or data; delete it, or give another folder.");
            }

            var planned = reader.ReadInt32();
            var seconds = reader.ReadDouble();
            var epochs = JsonSerializer.Deserialize<List<EpochResult>>(reader.ReadString(), Json)!;
            state.Read(reader);
            best.Read(reader, state);
            return new Checkpoint(planned, seconds, epochs, state, best);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or JsonException)
        {
            throw new InputException($"{Path}: the checkpoint is damaged ({exception.Message}); delete it to begin anew.", exception);
        }
    }
}
