using Surrogates.Torch;

namespace Surrogates.Tests.Torch;

public sealed class TorchLibrariesTests
{
    private static readonly string Package = $"libtorch-cpu-{TorchLibraries.Rid}";

    [Fact]
    public void WhatIsMissingIsNamedWithPackageAndVariable()
    {
        using var folder = new TemporaryFolder();
        var message = Locate(named: null, folder.File("program"), folder.File("packages"));
        Assert.Contains($"{Package} {TorchRuntime.LibTorchVersion}", message, StringComparison.Ordinal);
        Assert.Contains("SURROGATE_TORCH", message, StringComparison.Ordinal);
        Assert.Contains("TorchSharp-cuda-", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderWithoutTheLibraryIsNamed()
    {
        using var folder = new TemporaryFolder();
        var named = folder.File("torch");
        var message = Locate(named, folder.File("program"), folder.File("packages"));
        Assert.StartsWith($"SURROGATE_TORCH={named}: there is no ", message, StringComparison.Ordinal);
        Assert.Contains(TorchRuntime.LibTorchVersion, message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheLibraryOfTorchSharpIsAskedForByItsPackage()
    {
        using var folder = new TemporaryFolder();
        var torch = CreateTorch(folder);
        Assert.Contains("add the package TorchSharp 0.", Locate(named: null, torch, folder.File("packages")), StringComparison.Ordinal);
    }

    [Fact]
    public void TheNamedFolderComesBeforeTheProgramsOwn()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        var (own, named) = (CreateTorch(folder), CreateTorch(other));
        var bridge = folder.File(FileName(TorchLibraries.TorchSharp), "");
        var libraries = TorchLibraries.Locate(named, [own], folder.File("packages"));
        Assert.Equal(named, libraries.TorchFolder);
        Assert.Equal(bridge, libraries.TorchSharpPath);
        Assert.Equal(own, TorchLibraries.Locate(named: null, [own], folder.File("packages")).TorchFolder);
    }

    private static string Locate(string? named, string program, string packages)
    {
        var message = Assert.Throws<InputException>(() => TorchLibraries.Locate(named, [program], packages)).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private static string CreateTorch(TemporaryFolder folder) => Path.GetDirectoryName(folder.File(FileName("torch_cpu"), ""))!;

    private static string FileName(string name) =>
        OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";
}
