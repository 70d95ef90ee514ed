using System;
using System.Linq;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;
using FsCheck;
using FsCheck.Fluent;
using Outcome = DsrReadiness.Verdicts.Outcome;

namespace DsrReadiness.Tests.Verdicts;

public sealed class ServerVerdictTests
{
    private static readonly (Outcome Outcome, Severity Severity) s_passed = (Outcome.Passed, Severity.Error);

    [Fact]
    public void An_empty_run_is_not_ready() => Assert.Equal(Verdict.Inconclusive, Judge(false));

    [Fact]
    public void A_run_in_which_nothing_applied_is_not_ready() =>
        Assert.Equal(Verdict.Inconclusive, Judge(false, (Outcome.NotApplicable, Severity.Error), (Outcome.NotApplicable, Severity.Warning)));

    [Theory]
    [InlineData(Severity.Warning)]
    [InlineData(Severity.Information)]
    public void A_run_in_which_all_that_applied_is_unknown_is_not_ready(Severity severity) =>
        Assert.Equal(Verdict.Inconclusive, Judge(false, (Outcome.Unknown, severity)));

    [Fact]
    public void One_evaluated_check_makes_ready() => Assert.Equal(Verdict.Ready, Judge(false, s_passed));

    [Fact]
    public void A_failed_warning_counts_as_evaluated() => Assert.Equal(Verdict.Ready, Judge(false, (Outcome.Failed, Severity.Warning)));

    [Theory]
    [InlineData(Outcome.Failed, Severity.Error, Verdict.NotReady)]
    [InlineData(Outcome.Unknown, Severity.Error, Verdict.Inconclusive)]
    [InlineData(Outcome.NotApplicable, Severity.Error, Verdict.Ready)]
    [InlineData(Outcome.Passed, Severity.Error, Verdict.Ready)]
    [InlineData(Outcome.Failed, Severity.Warning, Verdict.Ready)]
    [InlineData(Outcome.Unknown, Severity.Warning, Verdict.Ready)]
    [InlineData(Outcome.Failed, Severity.Information, Verdict.Ready)]
    [InlineData(Outcome.Unknown, Severity.Information, Verdict.Ready)]
    public void Beside_a_passed_check_only_errors_change_the_verdict(Outcome outcome, Severity severity, Verdict expected) =>
        Assert.Equal(expected, Judge(false, s_passed, (outcome, severity)));

    [Theory]
    [InlineData(Outcome.Failed, Severity.Error, Verdict.NotReady)]
    [InlineData(Outcome.Unknown, Severity.Error, Verdict.Inconclusive)]
    [InlineData(Outcome.Failed, Severity.Warning, Verdict.NotReady)]
    [InlineData(Outcome.Unknown, Severity.Warning, Verdict.Inconclusive)]
    [InlineData(Outcome.Failed, Severity.Information, Verdict.Ready)]
    [InlineData(Outcome.Unknown, Severity.Information, Verdict.Ready)]
    public void Strict_counts_warnings_as_errors(Outcome outcome, Severity severity, Verdict expected) =>
        Assert.Equal(expected, Judge(true, s_passed, (outcome, severity)));

    [Fact]
    public void A_failed_error_outranks_one_that_is_unknown() => Assert.Equal(
        Verdict.NotReady, Judge(false, (Outcome.Unknown, Severity.Error), (Outcome.Failed, Severity.Error), s_passed));

    [Fact]
    public void The_order_of_results_does_not_matter() => Prop
        .ForAll(Results(), results => Judge(false, results) == Judge(false, results.Reverse().ToArray()))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Ready_means_no_failed_and_no_unknown_error_and_something_evaluated() => Prop
        .ForAll(Results(), results => (Judge(false, results) == Verdict.Ready) == (
            !results.Contains((Outcome.Failed, Severity.Error))
            && !results.Contains((Outcome.Unknown, Severity.Error))
            && results.Any(each => each.Outcome is Outcome.Passed or Outcome.Failed)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Strict_never_judges_better() => Prop
        .ForAll(Results(), results => Judge(true, results) >= Judge(false, results))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Says_what_was_judged()
    {
        var service = Server.Service().Build();
        var verdict = new ServerVerdict("WEB01", service, [], strict: false);
        Assert.Equal("WEB01", verdict.ComputerName);
        Assert.Same(service, verdict.Service);
    }

    private static Arbitrary<(Outcome Outcome, Severity Severity)[]> Results() =>
        (from outcome in Gen.Elements(Enum.GetValues<Outcome>())
         from severity in Gen.Elements(Enum.GetValues<Severity>())
         select (outcome, severity)).ArrayOf().ToArbitrary();

    private static Verdict Judge(bool strict, params (Outcome Outcome, Severity Severity)[] results) => new ServerVerdict(
        "WEB01",
        Server.Service(),
        results.Select((each, i) => new CheckResult("X" + i, "Check" + i, new Finding(each.Outcome, each.Severity, null, "So it is."), [])).ToArray(),
        strict).Verdict;
}
