using Surrogates.Training.Loop;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Loop;

public sealed class ColourJitterTests
{
    private static readonly int[] Draws = [1, 22, 333, 4444];

    [Fact]
    public void NothingChangesNothing()
    {
        using var scope = NewDisposeScope();
        var images = Create();
        Assert.InRange((ColourJitter.Apply(images, new Augmentation(), Draws) - images).abs().max().item<float>(), 0, 2e-5);
    }

    [Fact]
    public void StaysInRangeAndDiffersByDraw()
    {
        using var scope = NewDisposeScope();
        var images = Create();
        var strong = new Augmentation { Brightness = .9, Contrast = .9, Saturation = .9, Hue = .5 };
        var changed = ColourJitter.Apply(images, strong, Draws);
        Assert.Equal(images.shape, changed.shape);
        Assert.InRange(changed.min().item<float>(), 0, 1);
        Assert.InRange(changed.max().item<float>(), 0, 1);
        Assert.True(ColourJitter.Apply(images, strong, Draws).eq(changed).all().item<bool>());
        Assert.False(ColourJitter.Apply(images, strong, [1, 22, 333, 5]).eq(changed).all().item<bool>());
        Assert.True(ColourJitter.Apply(images, strong, [1, 22, 333, 5])[0].eq(changed[0]).all().item<bool>());
    }

    [Fact]
    public void BrightnessIsAFactor()
    {
        using var scope = NewDisposeScope();
        var images = Create() * .5;
        var ratio = ColourJitter.Apply(images, new Augmentation { Brightness = .2 }, Draws) / images;
        for (var i = 0; i < Draws.Length; i++)
        {
            Assert.InRange(ratio[i].max().item<float>(), .8, 1.2);
            Assert.InRange((ratio[i].max() - ratio[i].min()).item<float>(), 0, 1e-3);
        }
    }

    [Fact]
    public void GreyHasNoHueOrSaturation()
    {
        using var scope = NewDisposeScope();
        var grey = Create().mean([1], keepdim: true).expand(4, 3, 5, 6);
        var changed = ColourJitter.Apply(grey, new Augmentation { Saturation = .9, Hue = .5 }, Draws);
        Assert.InRange((changed - grey).abs().max().item<float>(), 0, 1e-4);
    }

    private static Tensor Create() => rand([4, 3, 5, 6], generator: new Generator(5)) * .98 + .01;
}
