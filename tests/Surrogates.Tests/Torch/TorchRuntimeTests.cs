using Surrogates.Torch;
using TorchSharp;

namespace Surrogates.Tests.Torch;

public sealed class TorchRuntimeTests
{
    [Fact]
    public void LoadsAndComputesOnOneThread()
    {
        TorchRuntime.EnsureLoaded();
        Assert.Equal(1, torch.get_num_threads());
        using var scope = torch.NewDisposeScope();
        var sum = Tensors.Of(torch.CPU, [1f, 2f], 2).Plus(.5);
        Assert.Equal([1.5f, 2.5f], sum.data<float>().ToArray());
    }
}
