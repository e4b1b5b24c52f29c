using System.Numerics;
using Surrogates.Cli.Output;

namespace Surrogates.Cli.Tests.Hosting;

public sealed class JsonTests
{
    [Fact]
    public void What_is_no_number_is_null_and_names_are_camel_case() =>
        Assert.Equal(
            """[{"meanValue":null,"low":null,"high":0.5}]""",
            Compact(Json.Serialize(new[] { new { MeanValue = double.NaN, Low = (double?)double.NegativeInfinity, High = 0.5 } })));

    [Fact]
    public void Sizes_beyond_64_bits_are_whole_and_architectures_readable() =>
        Assert.Equal(
            """{"count":1208925819614629174706176,"arch":"|a~0|+|b<c>|"}""",
            Compact(Json.Serialize(new { Count = BigInteger.Pow(2, 80), Arch = "|a~0|+|b<c>|" })));

    private static string Compact(string json) => string.Concat(json.Where(character => !char.IsWhiteSpace(character)));
}
