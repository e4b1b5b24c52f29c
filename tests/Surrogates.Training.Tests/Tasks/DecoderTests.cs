using Surrogates.Architectures;
using Surrogates.Torch;
using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks;
using Surrogates.Training.Tasks.Decoders;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Tasks;

public sealed class DecoderTests
{
    [Theory]
    [InlineData(28, 28)]
    [InlineData(1, 1)]
    [InlineData(33, 65)]
    [InlineData(64, 31)]
    public void APictureComesOutAtItsOwnSize(int height, int width)
    {
        using var scope = NewDisposeScope();
        using var layers = new LayerFactory(CPU, seed: 1);
        foreach (var (space, text) in new[] { (SearchSpaces.Micro, "64-41414-3_12_231"), (SearchSpaces.Macro, "64-33342-basic") })
        {
            var backbone = Backbones.Build(space.Parse(text), new NetworkOptions { BaseChannels = 4 }, layers);
            using var network = new DenseHead(backbone, layers, outputs: 5, isBounded: false);
            network.eval();
            Assert.Equal([2, 5, height, width], network.call(rand(2, 3, height, width)).shape);
        }
    }

    [Fact]
    public void AnAutoencodersOutputIsAPicture()
    {
        using var scope = NewDisposeScope();
        using var layers = new LayerFactory(CPU, seed: 1);
        var task = AutoencoderTask.Create(isAdversarial: false);
        var backbone = Backbones.Build(SearchSpaces.Micro.Parse("64-41414-3_12_231"), new NetworkOptions { BaseChannels = 4 }, layers);
        using var network = task.CreateNetwork(backbone, layers);
        var prediction = task.GetPrediction(network.call(task.CreateInput(rand(3, 3, 20, 20).Times(100))));
        Assert.InRange(prediction.min().item<float>(), 0, 1);
        Assert.InRange(prediction.max().item<float>(), 0, 1);
    }

    [Fact]
    public void OnlyTheAdversarialKindHasADiscriminatorWithTheBenchmarksWeights()
    {
        using var scope = NewDisposeScope();
        using var layers = new LayerFactory(CPU, seed: 1);
        Assert.Null(AutoencoderTask.Create(isAdversarial: false).CreateAdversary(layers));
        var task = AutoencoderTask.Create(isAdversarial: true);
        using var adversary = task.CreateAdversary(layers)!;
        var (made, real) = (zeros(4, 3, 32, 32), ones(4, 3, 32, 32));
        Assert.Equal(.99, task.GetLoss(made, real, task.GetProtocol(TrainingPreset.Small)).item<float>(), 1e-6);

        // A discriminator that has just been made knows little: its loss is not far from log 2, and .01 of the generator's count.
        Assert.InRange(adversary.GetGeneratorLoss(made, new TaskBatch(real, real)).item<float>(), .001, .1);
        Assert.InRange(adversary.GetLoss(made, new TaskBatch(real, real)).item<float>(), .1, 10);
    }

    [Fact]
    public void ADiscriminatorLearnsToTellPicturesApart()
    {
        using var scope = NewDisposeScope();
        using var layers = new LayerFactory(CPU, seed: 1);
        using var adversary = new PatchAdversary(layers, pictureChannels: 3, channels: 8, new AdamOptions(), weight: 1);
        using var optimizer = optim.Adam(adversary.Network.parameters(), .01);
        var generator = new Generator(2);
        var batch = new TaskBatch(zeros(8, 3, 16, 16), randn([8, 3, 16, 16], generator: generator));
        var made = zeros(8, 3, 16, 16).PlusInPlace(.1).requires_grad_();
        var first = adversary.GetLoss(made, batch).item<float>();
        for (var step = 0; step < 30; step++)
        {
            optimizer.zero_grad();
            adversary.GetLoss(made.detach(), batch).backward();
            optimizer.step();
        }

        Assert.InRange(adversary.GetLoss(made.detach(), batch).item<float>(), 0, .2 * first);
        Assert.InRange(adversary.GetGeneratorLoss(made, batch).item<float>(), 1, 100);
        adversary.GetGeneratorLoss(made, batch).backward();
        Assert.True(made.grad!.abs().sum().item<float>() > 0);
    }
}
