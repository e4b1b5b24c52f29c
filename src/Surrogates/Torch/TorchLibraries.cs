using System.Reflection;
using System.Runtime.InteropServices;

namespace Surrogates.Torch;

/// <summary>Where the native libraries lie: libtorch, and the library by which TorchSharp calls it.</summary>
internal sealed class TorchLibraries
{
    /// <summary>The name of TorchSharp's native library, without what the system puts around it.</summary>
    public const string TorchSharp = "LibTorchSharp";

    private const string Torch = "torch_cpu";

    // In the order in which they need one another. Loaded by path, so that a library elsewhere that asks for them finds them.
    private static readonly string[] TorchParts = ["c10", "c10_cuda", "torch_cpu", "torch_cuda", "torch"];

    private TorchLibraries(string torchFolder, string torchSharpPath)
    {
        TorchFolder = torchFolder;
        TorchSharpPath = torchSharpPath;
    }

    /// <summary>The folder of libtorch.</summary>
    public string TorchFolder { get; }

    /// <summary>TorchSharp's native library.</summary>
    public string TorchSharpPath { get; }

    /// <summary>The platform as NuGet names it.</summary>
    public static string Rid { get; } =
        (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-")
        + (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64");

    /// <summary>Looks in the folder that the user names, beside the program, and in the NuGet cache.</summary>
    /// <exception cref="InputException">There is none; the message says what to add.</exception>
    public static TorchLibraries Locate() =>
        Locate(
            Environment.GetEnvironmentVariable(TorchRuntime.FolderVariable),
            [
                Path.Combine(AppContext.BaseDirectory, "runtimes", Rid, "native"),
                AppContext.BaseDirectory,
                .. (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "")
                    .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
            ],
            Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } packages
                ? packages
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"));

    /// <summary>Looks in the given places.</summary>
    public static TorchLibraries Locate(string? named, IReadOnlyList<string> programFolders, string packageCache)
    {
        if (!string.IsNullOrEmpty(named) && Find(named, Torch) is null)
        {
            throw new InputException(
                $"{TorchRuntime.FolderVariable}={named}: there is no {FileName(Torch)} in that folder; "
                + $"name the one that holds libtorch {TorchRuntime.LibTorchVersion}, or unset the variable.");
        }

        var package = $"libtorch-cpu-{Rid}";
        string[] torchFolders =
        [
            .. named is { Length: > 0 } ? [named] : programFolders,
            Cached(packageCache, package, TorchRuntime.LibTorchVersion),
        ];
        var torch = torchFolders.FirstOrDefault(folder => Find(folder, Torch) is not null)
            ?? throw new InputException(
                $"libtorch was not found: add the package {package} {TorchRuntime.LibTorchVersion} to the program "
                + $"(for CUDA: {CudaPackage}), or let {TorchRuntime.FolderVariable} name a folder with libtorch {TorchRuntime.LibTorchVersion}.");
        string[] bridgeFolders = [.. programFolders, torch, Cached(packageCache, "torchsharp", MetadataOf("TorchSharpVersion"))];
        var bridge = bridgeFolders.Select(folder => Find(folder, TorchSharp)).FirstOrDefault(path => path is not null)
            ?? throw new InputException(
                $"{FileName(TorchSharp)} was not found: add the package TorchSharp {MetadataOf("TorchSharpVersion")} to the program.");
        return new TorchLibraries(torch, bridge);
    }

    /// <summary>The package that brings CUDA on this platform, with its version.</summary>
    public static string CudaPackage { get; } =
        $"{(OperatingSystem.IsWindows() ? "TorchSharp-cuda-windows" : "TorchSharp-cuda-linux")} {MetadataOf("TorchSharpVersion")}";

    /// <summary>A version that the build has written into the assembly.</summary>
    public static string MetadataOf(string key) =>
        typeof(TorchLibraries).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;

    /// <summary>Loads what there is of libtorch, so that TorchSharp's library finds it wherever it lies itself.</summary>
    public void LoadTorch()
    {
        foreach (var part in TorchParts)
        {
            if (Find(part) is { } path)
            {
                NativeLibrary.TryLoad(path, out _);
            }
        }
    }

    /// <summary>A library of libtorch's folder, or null.</summary>
    /// <param name="name">Its name, with or without what the system puts around it.</param>
    public string? Find(string name) => Find(TorchFolder, name);

    private static string Cached(string packageCache, string package, string version) =>
        Path.Combine(packageCache, package, version, "runtimes", Rid, "native");

    private static string? Find(string folder, string name) =>
        new[] { Path.Combine(folder, FileName(name)), Path.Combine(folder, name) }.FirstOrDefault(File.Exists);

    private static string FileName(string name) =>
        OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";
}
