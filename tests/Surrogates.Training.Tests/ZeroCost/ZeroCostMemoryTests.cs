using Surrogates.Training.Tests.Loop;
using Surrogates.Training.ZeroCost;
using TorchSharp;

namespace Surrogates.Training.Tests.ZeroCost;

[Collection(nameof(MemoryTests))]
public sealed class ZeroCostMemoryTests
{
    public static TheoryData<string> Tasks => TaskCases.Names;

    [Theory]
    [MemberData(nameof(Tasks))]
    public void An_evaluation_leaves_no_tensors_behind(string task)
    {
        var counter = new ParameterCounter();
        var options = ZeroCostCases.Options with { Proxies = [counter, .. ZeroCostCases.Options.Proxies] };

        // What other tests have left to the garbage collector does not count.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var before = torch.Tensor.TotalCount;
        ZeroCostCases.Evaluate(task, ZeroCostCases.Full, options);

        // TorchSharp 0.107 counts the tensor that a parameter is made of twice, and takes it away once.
        Assert.Equal(before + counter.Count, torch.Tensor.TotalCount);
    }

    private sealed class ParameterCounter : IZeroCostProxy
    {
        public long Count { get; set; }

        public string Name => "counter";

        public string Description => "counts the parameters of all networks";

        public double Compute(ZeroCostContext context) => Count += context.Network.parameters().Count();
    }
}
