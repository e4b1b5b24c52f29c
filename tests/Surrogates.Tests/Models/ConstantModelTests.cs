using Surrogates.Models;

namespace Surrogates.Tests.Models;

public class ConstantModelTests
{
    [Fact]
    public void It_is_read_as_it_was_written()
    {
        var read = Read(new ConstantModel(3, 1.5, 0.25));
        var (means, deviations) = (new double[2], new double[2]);
        read.Predict(new float[6], means, deviations);
        Assert.Equal(3, read.Features);
        Assert.Equal([1.5, 1.5], means);
        Assert.Equal([0.25, 0.25], deviations);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(short.MaxValue + 1)]
    public void A_damaged_width_is_refused(int features) =>
        Assert.Contains($"{features} features", Assert.Throws<InvalidDataException>(() => Read(new ConstantModel(features, 0, 1))).Message);

    private static ConstantModel Read(ConstantModel model)
    {
        using var bytes = new MemoryStream();
        RegressionModelFormat.Write(new BinaryWriter(bytes), model);
        bytes.Position = 0;
        return Assert.IsType<ConstantModel>(RegressionModelFormat.Read(new BinaryReader(bytes)));
    }
}
