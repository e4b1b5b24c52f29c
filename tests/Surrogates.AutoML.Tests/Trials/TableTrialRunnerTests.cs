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
        Assert.Equal(new TrialResult(Rows[0], 0.5), new TableTrialRunner(Table, "task").Run(Rows[0], TestContext.Current.CancellationToken));

    [Fact]
    public void A_row_that_was_not_measured_or_is_missing_fails() =>
        Assert.All(Rows[1..], row => Assert.True(new TableTrialRunner(Table, "task").Run(row, TestContext.Current.CancellationToken).Failed));

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<InputException>(() => new TableTrialRunner(Table, "other"));
        Assert.Throws<ArgumentNullException>(() => new TableTrialRunner(null!, "task"));
        Assert.Throws<ArgumentNullException>(() => new TableTrialRunner(Table, "task").Run(null!, TestContext.Current.CancellationToken));
    }
}
