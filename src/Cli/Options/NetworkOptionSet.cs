using System.CommandLine;
using Surrogates.AutoML.Trials;
using Surrogates.Training.Loop;
using Surrogates.Training.Tasks;

namespace Surrogates.Cli.Options;

/// <summary>
/// How large a network is and how it is trained: <c>--preset</c>, <c>--base-channels</c>, <c>--epochs</c>, <c>--batch</c>, <c>--device</c>.
/// </summary>
internal sealed class NetworkOptionSet
{
    private readonly NetworkSizeOptions _size = new(
        "Network and protocol: small trains in minutes on a CPU; transnas is the benchmark's own.", "train");

    private readonly Option<int?> _epochs = CliOption.OptionalNumber(
        "--epochs", "Passes over the images; by default the task's.", minimum: 1);
    private readonly Option<int?> _batch = CliOption.OptionalNumber("--batch", "Images a step; by default the task's.", minimum: 2);
    private readonly Option<string> _precision = ChoiceOption.Create(
        "--precision", "Precision of the convolutions; auto is bf16 on CUDA, else fp32.", "auto", "fp32", "bf16", "fp16");

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> Own => [.. _size.Own, _epochs, _batch, _precision];

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in Own)
        {
            command.Add(option);
        }
    }

    /// <summary>How many trainings run at a time unless the user says otherwise: one a processor, and one on a GPU.</summary>
    public static int TrainingsSideBySide(TrainingOptions options) =>
        options.Device!.type == TorchSharp.DeviceType.CPU ? Environment.ProcessorCount : 1;

    /// <summary>What was chosen for a short training, such as a trial: half the channels and few epochs, unless these were given.</summary>
    /// <exception cref="InputException">There is no such device.</exception>
    public TrainingOptions ResolveShort(ParseResult arguments, ITrainingTask task, int seed)
    {
        var full = Resolve(arguments, task, seed);
        var brief = TrialFidelity.Short(task, full);
        return brief with
        {
            Network = brief.Network with { BaseChannels = _size.BaseChannels(arguments) ?? brief.Network.BaseChannels },
            Protocol = brief.Protocol! with { Epochs = arguments.GetValue(_epochs) ?? brief.Protocol.Epochs },
        };
    }

    /// <summary>What was chosen, for a task.</summary>
    /// <exception cref="InputException">There is no such device.</exception>
    public TrainingOptions Resolve(ParseResult arguments, ITrainingTask task, int seed)
    {
        var protocol = task.GetProtocol(_size.IsTransNas(arguments) ? TrainingPreset.TransNas : TrainingPreset.Small);
        return new TrainingOptions
        {
            Network = _size.Resolve(arguments),
            Protocol = protocol with
            {
                Epochs = arguments.GetValue(_epochs) ?? protocol.Epochs,
                BatchSize = arguments.GetValue(_batch) ?? protocol.BatchSize,
            },
            Seed = seed,
            Device = _size.FindDevice(arguments),
            Precision = arguments.GetValue(_precision) switch
            {
                "fp32" => Precision.Float32,
                "bf16" => Precision.BFloat16,
                "fp16" => Precision.Float16,
                _ => Precision.Auto,
            },
        };
    }
}
