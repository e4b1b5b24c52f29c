using System.CommandLine;
using Surrogates.Training.Loop;
using Surrogates.Training.Networks;
using Device = TorchSharp.torch.Device;

namespace Surrogates.Cli.Options;

/// <summary>How large a network is, and where it is computed: <c>--preset</c>, <c>--base-channels</c>, <c>--modules</c>, <c>--device</c>.</summary>
internal sealed class NetworkSizeOptions
{
    private const string TransNas = "transnas";

    private readonly Option<string> _preset;

    private readonly Option<int?> _baseChannels = CliOption.OptionalNumber(
        "--base-channels", "Channels after the stem; default 16.", minimum: 2);

    private readonly Option<int?> _modules = CliOption.OptionalNumber(
        "--modules", "Micro cells: how many of the modules 4, 1, 4, 1, 4; by default as many as the images' size has use for.", minimum: 1);

    private readonly Option<string?> _device;

    /// <summary>Creates the options.</summary>
    /// <param name="preset">What is said of the presets.</param>
    /// <param name="purpose">What a network is for: "train".</param>
    public NetworkSizeOptions(string preset, string purpose)
    {
        _preset = ChoiceOption.Create("--preset", preset, "small", TransNas);
        _device = CliOption.Text("--device", $"Where to {purpose}: auto (default), cpu, cuda or cuda:N.", "DEVICE");
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> Own => [_preset, _baseChannels, _modules, _device];

    /// <summary>Whether the benchmark's own networks and protocol were asked for.</summary>
    public bool IsTransNas(ParseResult arguments) => arguments.GetValue(_preset) == TransNas;

    /// <summary>The base channels that were given, or null.</summary>
    public int? BaseChannels(ParseResult arguments) => arguments.GetValue(_baseChannels);

    /// <summary>The size that was chosen.</summary>
    public NetworkOptions Resolve(ParseResult arguments)
    {
        var network = IsTransNas(arguments) ? NetworkOptions.TransNas : new NetworkOptions();
        return network with
        {
            BaseChannels = BaseChannels(arguments) ?? network.BaseChannels,
            Modules = arguments.GetValue(_modules) ?? network.Modules,
        };
    }

    /// <summary>The device that was chosen.</summary>
    /// <exception cref="InputException">There is no such device.</exception>
    public Device FindDevice(ParseResult arguments) => TrainingDevice.Find(arguments.GetValue(_device) ?? TrainingDevice.Auto);
}
