using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Tests.Reports;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Verdicts;

public sealed class VerdictComparisonTests
{
    [Theory]
    [InlineData(Outcome.Passed, Severity.Error, Outcome.Failed, Severity.Error, ChangeDirection.Worse)]
    [InlineData(Outcome.Failed, Severity.Error, Outcome.Passed, Severity.Error, ChangeDirection.Better)]
    [InlineData(Outcome.Passed, Severity.Error, Outcome.Unknown, Severity.Error, ChangeDirection.Worse)]
    [InlineData(Outcome.Unknown, Severity.Error, Outcome.Failed, Severity.Error, ChangeDirection.Worse)]
    [InlineData(Outcome.Failed, Severity.Warning, Outcome.Unknown, Severity.Error, ChangeDirection.Worse)]
    [InlineData(Outcome.Failed, Severity.Error, Outcome.Failed, Severity.Warning, ChangeDirection.Better)]
    [InlineData(Outcome.Unknown, Severity.Warning, Outcome.Failed, Severity.Warning, ChangeDirection.Worse)]
    [InlineData(Outcome.Passed, Severity.Error, Outcome.NotApplicable, Severity.Error, ChangeDirection.Different)]
    [InlineData(Outcome.Failed, Severity.Error, Outcome.Failed, Severity.Error, ChangeDirection.Same)]
    public void An_outcome_is_better_or_worse_as_the_verdict_weighs_it(
        Outcome before, Severity severityBefore, Outcome after, Severity severityAfter, ChangeDirection expected)
    {
        ResultChange change = Assert.Single(Compare([SomeVerdict.Result("M01", before, severityBefore)], [SomeVerdict.Result("M01", after, severityAfter)]));

        Assert.Equal(expected, change.Direction);
        Assert.Equal((before, after), (change.Before.Outcome, change.After.Outcome));
    }

    [Fact]
    public void Another_fact_of_the_same_outcome_is_a_difference()
    {
        Assert.Equal(ChangeDirection.Different, Direction(
            SomeVerdict.Result("V11", Outcome.Passed, reason: "The metric is 25."), SomeVerdict.Result("V11", Outcome.Passed, reason: "The metric is 254.")));
        Assert.Equal(ChangeDirection.Different, Direction(
            SomeVerdict.Result("V11", Outcome.Passed, details: ["Passed: one", "Passed: two"]), SomeVerdict.Result("V11", Outcome.Passed, details: ["Passed: one"])));
        Assert.Equal(ChangeDirection.Same, Direction(
            SomeVerdict.Result("V11", Outcome.Passed, details: ["Passed: one"]), SomeVerdict.Result("V11", Outcome.Passed, details: ["Passed: one"])));
    }

    [Fact]
    public void Checks_that_only_one_side_was_asked_are_left_out_and_the_order_is_kept()
    {
        IReadOnlyList<ResultChange> changes = Compare(
            [SomeVerdict.Result("A01", Outcome.Passed), SomeVerdict.Result("M01", Outcome.Passed), SomeVerdict.Result("V01", Outcome.Passed)],
            [SomeVerdict.Result("V01", Outcome.Passed), SomeVerdict.Result("M01", Outcome.Passed), SomeVerdict.Result("S01", Outcome.Passed)]);

        Assert.Equal(["V01", "M01"], changes.Select(change => change.After.Id));
    }

    private static ChangeDirection Direction(CheckResult before, CheckResult after) => Assert.Single(Compare([before], [after])).Direction;

    private static IReadOnlyList<ResultChange> Compare(IReadOnlyList<CheckResult> before, IReadOnlyList<CheckResult> after) =>
        VerdictComparison.Compare(SomeVerdict.Of(before), SomeVerdict.Of(after));
}
