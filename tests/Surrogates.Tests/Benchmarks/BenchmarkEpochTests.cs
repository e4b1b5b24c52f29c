using Surrogates.Benchmarks;

namespace Surrogates.Tests.Benchmarks;

public class BenchmarkEpochTests
{
    [Theory]
    [InlineData("final")]
    [InlineData("best")]
    [InlineData("0")]
    [InlineData("24")]
    public void Text_round_trips(string text) => Assert.Equal(text, BenchmarkEpoch.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("last")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData(" 1")]
    [InlineData("2147483647")]
    [InlineData("99999999999")]
    public void Other_text_is_refused_with_what_would_be_right(string text)
    {
        var exception = Assert.Throws<InputException>(() => BenchmarkEpoch.Parse(text));
        Assert.Equal($"'{text}' is not an epoch; give final, best, or a number counted from 0.", exception.Message);
    }

    [Fact]
    public void Default_is_the_last_epoch() => Assert.Equal(BenchmarkEpoch.Final, default);

    [Fact]
    public void Only_a_numbered_epoch_has_a_number()
    {
        Assert.Null(BenchmarkEpoch.Final.Number);
        Assert.Null(BenchmarkEpoch.Best.Number);
        Assert.Equal(0, BenchmarkEpoch.At(0).Number);
        Assert.Throws<ArgumentOutOfRangeException>(() => BenchmarkEpoch.At(-1));
    }
}
