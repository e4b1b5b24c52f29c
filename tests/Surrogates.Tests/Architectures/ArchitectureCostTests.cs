using System.Globalization;
using Surrogates.Architectures;

namespace Surrogates.Tests.Architectures;

public class ArchitectureCostTests
{
    [Theory]
    [InlineData("micro", "micro_proxies.csv", 4_096)]
    [InlineData("macro", "macro_proxies.csv", 3_256)]
    public void Costs_are_those_of_the_TransNAS_tables(string name, string file, int rows)
    {
        var space = SpaceUnderTest.Named(name).Space;
        var lines = File.ReadAllLines(SharedData.TransNasBench101(file));
        Assert.StartsWith("arch,params_m,flops_m,", lines[0]);
        Assert.Equal(rows, lines.Length - 1);
        foreach (var fields in lines.Skip(1).Select(line => line.Split(',')))
        {
            var cost = space.Parse(fields[0]).Cost!.Value;
            Assert.Equal((long)Math.Round(Number(fields[1]) * 1e6), cost.Parameters);
            Assert.InRange(cost.MultiplyAdds, 1, cost.Flops);
            if (fields[2].Length > 0)
            {
                Assert.InRange(cost.Flops / 1e6 / Number(fields[2]), 1 - 5e-7, 1 + 5e-7);
            }
        }

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("64-41414-0_00_000", 51_807)]
    [InlineData("64-41414-1_00_210", 910_687)]
    public void Parameters_are_those_of_the_built_network(string text, long parameters) =>
        Assert.Equal(parameters, SearchSpaces.Micro.Parse(text).Cost?.Parameters);

    // The values that the tables of NAS-Bench-201 give for its CIFAR-10 network, in millions.
    [Theory]
    [InlineData(
        "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|", 1.531546, 220.11969)]
    [InlineData("|none~0|+|none~0|none~1|+|none~0|none~1|none~2|", 0.073306, 7.78305)]
    [InlineData(
        "|nor_conv_1x1~0|+|skip_connect~0|nor_conv_1x1~1|+|avg_pool_3x3~0|skip_connect~1|avg_pool_3x3~2|", 0.129306, 15.64737)]
    public void Costs_are_those_of_the_NAS_Bench_201_tables(string text, double parameters, double flops)
    {
        var cost = SearchSpaces.NasBench201.Parse(text).Cost!.Value;
        Assert.Equal(parameters, cost.Parameters / 1e6, precision: 6);
        Assert.Equal(flops, cost.Flops / 1e6, precision: 5);
    }

    [Theory]
    [InlineData("a-a-x", 20, 40)]
    [InlineData("b-b-b", 0, 0)]
    [InlineData("a-b-x", 10, 20)]
    public void Costs_of_a_users_options_add_up(string text, long parameters, long flops)
    {
        var space = SearchSpaces.FromJson(
            """
            { "name": "s", "sequence": [
                { "repeat": 2, "options": [{ "name": "a", "parameters": 10, "flops": 20 }, "b"] },
                { "name": "last", "options": ["x", "b"] }] }
            """);
        Assert.Equal(new ArchitectureCost(parameters, flops, flops), space.Parse(text).Cost);
    }

    [Fact]
    public void Without_costs_of_options_there_is_no_cost() =>
        Assert.Null(SpaceUnderTest.Named("cell without either").Space.Sample(new Random(1)).Cost);
}
