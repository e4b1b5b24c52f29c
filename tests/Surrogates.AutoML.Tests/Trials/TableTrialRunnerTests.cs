using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.Benchmarks;

namespace Surrogates.AutoML.Tests.Trials;

public class TableTrialRunnerTests
{
    private static readonly Architecture[] Rows = [.. SearchSpaces.Micro.Enumerate().Take(3)];

    private static readonly BenchmarkTable Table = new("t", [Rows[0].Text, Rows[1].Text], ["task"], [[0.5, double.NaN]]);

    [Fact]
    public void A_row_that_was_measured_has_its_value() =>
        Assert.Equal(new TrialResult(Rows[0], 0.5), Run(Rows[0]));

    [Fact]
    public void A_row_that_was_not_measured_or_is_missing_fails() =>
        Assert.All(Rows[1..], row => Assert.True(Run(row).Failed));

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<InputException>(() => new TableTrialRunner(Table, "other"));
        Assert.Throws<ArgumentNullException>(() => new TableTrialRunner(null!, "task"));
        Assert.Throws<ArgumentNullException>(() => Run(null!));
    }

    private static TrialResult Run(Architecture architecture) =>
        new TableTrialRunner(Table, "task").Run(architecture, TestContext.Current.CancellationToken);
}
