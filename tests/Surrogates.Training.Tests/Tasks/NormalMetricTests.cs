using Surrogates.Training.Data;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Tasks;

public sealed class NormalMetricTests
{
    [Fact]
    public void AnglesAreInDegreesWhateverTheLength()
    {
        using var scope = NewDisposeScope();
        var data = ImageDataset.Create("one", 12, 12, TestImages.Normals(1, 12, 12), new byte[3 * 144]);
        var task = NormalTask.Kind.Create(data);
        var target = zeros(1, 3, 12, 12);
        target[TensorIndex.Colon, 2] = ones(12, 12);
        var output = zeros(1, 3, 12, 12);
        output[TensorIndex.Colon, 0] = full([12, 12], .5);
        output[TensorIndex.Colon, 2] = full([12, 12], .5);
        double[] sums = [.. task.GetStatistics(output, target).data<float>().Select(value => (double)value)];
        Assert.Equal(45, task.GetMetrics(sums, count: 1)["degrees"], 1e-3);

        var length = task.GetPrediction(output).square().sum(1).sqrt();
        Assert.True(allclose(length, ones_like(length)));
    }
}
