using Surrogates.Torch;
using Surrogates.Training.Loop;
using TorchSharp;

namespace Surrogates.Training.Tests.Loop;

public sealed class TrainingDeviceTests
{
    [Theory]
    [InlineData("")]
    [InlineData("gpu")]
    [InlineData("CPU")]
    [InlineData("cpu:0")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:one")]
    [InlineData("cuda:0:0")]
    [InlineData("meta")]
    public void AnotherNameIsRefusedWithThoseThatAreKnown(string name) => Assert.Equal(
        $"device '{name}': known are auto, cpu, cuda and cuda:N.", Assert.Throws<InputException>(() => TrainingDevice.Find(name)).Message);

    [Fact]
    public void TheCpuIsAlwaysThere() => Assert.Equal(DeviceType.CPU, TrainingDevice.Find("cpu").type);

    [Fact]
    public void AutoIsCudaOnlyWhereThereIsCuda()
    {
        var expected = TorchRuntime.HasCudaLibrary && torch.cuda.is_available() ? DeviceType.CUDA : DeviceType.CPU;
        Assert.Equal(expected, TrainingDevice.Find(TrainingDevice.Auto).type);
    }

    [Theory]
    [InlineData("cuda")]
    [InlineData("cuda:3")]
    public void CudaWithoutItsPackageNamesThePackage(string name)
    {
        Assert.SkipWhen(TorchRuntime.HasCudaLibrary, "This libtorch is built for CUDA.");
        var message = Assert.Throws<InputException>(() => TrainingDevice.Find(name)).Message;
        Assert.StartsWith($"device '{name}': this libtorch is built for the CPU", message, StringComparison.Ordinal);
        Assert.Contains(TorchLibraries.CudaPackage, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
