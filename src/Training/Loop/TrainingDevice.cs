using System.Globalization;
using TorchSharp;

namespace Surrogates.Training.Loop;

/// <summary>The device that a training runs on.</summary>
public static class TrainingDevice
{
    /// <summary>The first CUDA device where there is one, else the CPU.</summary>
    public const string Auto = "auto";

    /// <summary>Finds a device by its name.</summary>
    /// <param name="name"><c>auto</c>, <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</param>
    /// <exception cref="InputException">The name is none of these, or there is no such device; the message says what to add.</exception>
    public static torch.Device Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        TorchRuntime.EnsureLoaded();
        var (kind, index) = Parse(name);
        if (kind == "cpu" || (kind == Auto && !HasCuda()))
        {
            return torch.CPU;
        }

        if (!HasCuda())
        {
            throw new InputException(TorchRuntime.HasCudaLibrary
                ? $"device '{name}': libtorch finds no CUDA device; it needs an NVIDIA GPU with a driver for CUDA 12.8, or use cpu."
                : $"device '{name}': this libtorch is built for the CPU; for CUDA the program needs the package "
                    + $"{TorchLibraries.CudaPackage} instead (from a checkout: -p:TorchBackend=cuda), or use cpu.");
        }

        var count = torch.cuda.device_count();
        return index < count
            ? torch.device(DeviceType.CUDA, index)
            : throw new InputException($"device '{name}': there are {count} CUDA devices, cuda:0 to cuda:{count - 1}.");
    }

    private static (string Kind, int Index) Parse(string name)
    {
        var parts = name.Split(':');
        var index = 0;
        var isValid = parts switch
        {
            [Auto] or ["cpu"] or ["cuda"] => true,
            ["cuda", var digits] => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out index),
            _ => false,
        };
        return isValid ? (parts[0], index) : throw new InputException($"device '{name}': known are auto, cpu, cuda and cuda:N.");
    }

    private static bool HasCuda() => TorchRuntime.HasCudaLibrary && torch.TryInitializeDeviceType(DeviceType.CUDA);
}
