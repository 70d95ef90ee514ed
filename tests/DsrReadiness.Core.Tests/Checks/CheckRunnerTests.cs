using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Checks.HostModels;
using DsrReadiness.Checks.Hosts;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks;

public sealed class CheckRunnerTests
{
    private static readonly Snapshot s_ready = Server.Ready().Build();
    private static readonly Finding s_passed = Finding(Outcome.Passed, Severity.Error);

    [Fact]
    public void Gives_one_result_a_check_in_the_order_of_the_catalogue()
    {
        ServerVerdict verdict = Run(new ScriptedCheck("X02", s_passed, s_passed), new ScriptedCheck("X01", s_passed), new ScriptedCheck("X03"));
        Assert.Equal(["X02", "X01", "X03"], verdict.Results.Select(result => result.Id));
        Assert.Equal("CheckX02", verdict.Results[0].Name);
        Assert.Equal("SRV19A", verdict.ComputerName);
    }

    [Fact]
    public void An_empty_run_is_not_ready() => Assert.Equal(Verdict.Inconclusive, Run().Verdict);

    [Fact]
    public void Makes_a_check_that_throws_unknown_by_name_and_goes_on()
    {
        ServerVerdict verdict = Run(
            new ScriptedCheck("X01", _ => throw new InvalidOperationException("index out of luck")), new ScriptedCheck("X02", s_passed));
        Assert.Equal([Outcome.Unknown, Outcome.Passed], verdict.Results.Select(result => result.Outcome));
        CheckResult bug = verdict.Results[0];
        Assert.Equal(Severity.Error, bug.Severity);
        Assert.Contains("X01", bug.Reason);
        Assert.Contains("CheckX01", bug.Reason);
        Assert.Contains("InvalidOperationException", bug.Reason);
        Assert.Contains("index out of luck", bug.Reason);
        Assert.Contains("bug", bug.Recommendation);
        Assert.Equal(Verdict.Inconclusive, verdict.Verdict);
    }

    [Fact]
    public void Makes_a_check_unknown_that_throws_after_its_first_finding() =>
        Assert.Equal(Outcome.Unknown, Assert.Single(Run(new ScriptedCheck("X01", ThrowsLate)).Results).Outcome);

    [Fact]
    public void Lets_cancellation_inside_a_check_pass_through()
    {
        Assert.Throws<OperationCanceledException>(() => Run(new ScriptedCheck("X01", _ => throw new OperationCanceledException())));
        Assert.Throws<TaskCanceledException>(() => Run(new ScriptedCheck("X01", _ => throw new TaskCanceledException())));
    }

    [Fact]
    public void Stops_before_the_next_check_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var cancelling = new ScriptedCheck("X01", _ =>
        {
            source.Cancel();
            return [s_passed];
        });
        var next = new ScriptedCheck("X02", s_passed);
        Assert.Throws<OperationCanceledException>(
            () => new CheckRunner(new Catalogue(cancelling, next)).Run(s_ready, Server.Service(), source.Token));
        Assert.Equal((1, 0), (cancelling.Asked, next.Asked));
    }

    [Fact]
    public void A_check_that_finds_nothing_does_not_apply()
    {
        CheckResult result = Assert.Single(Run(new ScriptedCheck("X01")).Results);
        Assert.Equal(Outcome.NotApplicable, result.Outcome);
        Assert.NotEmpty(result.Reason);
        Assert.Empty(result.Details);
    }

    [Fact]
    public void One_finding_is_the_result_and_needs_no_details()
    {
        CheckResult result = Assert.Single(Run(new ScriptedCheck(
            "X01", new Finding(Outcome.Failed, Severity.Warning, "Ethernet", "It is off.", "Switch it on.", "On", "Off"))).Results);
        Assert.Equal(
            (Outcome.Failed, Severity.Warning, "Ethernet", "It is off.", "Switch it on.", "On", "Off"),
            (result.Outcome, result.Severity, result.Subject, result.Reason, result.Recommendation, result.Expected, result.Actual));
        Assert.Empty(result.Details);
    }

    [Fact]
    public void The_worst_of_several_findings_is_the_result_and_details_list_all_worst_first()
    {
        CheckResult result = Assert.Single(Run(new ScriptedCheck(
            "X01",
            Finding(Outcome.NotApplicable, Severity.Error, "d"),
            Finding(Outcome.Passed, Severity.Error, "c"),
            Finding(Outcome.Failed, Severity.Error, "a"),
            Finding(Outcome.Unknown, Severity.Error, "b"))).Results);
        Assert.Equal((Outcome.Failed, "a", "a is so."), (result.Outcome, result.Subject, result.Reason));
        Assert.Equal(["Failed: a is so.", "Unknown: b is so.", "Passed: c is so.", "NotApplicable: d is so."], result.Details);
    }

    /// <summary>Each pair worse first.</summary>
    [Theory]
    [InlineData(Outcome.Failed, Severity.Error, Outcome.Unknown, Severity.Error)]
    [InlineData(Outcome.Failed, Severity.Error, Outcome.Failed, Severity.Warning)]
    [InlineData(Outcome.Unknown, Severity.Error, Outcome.Failed, Severity.Warning)]
    [InlineData(Outcome.Unknown, Severity.Error, Outcome.Unknown, Severity.Warning)]
    [InlineData(Outcome.Failed, Severity.Warning, Outcome.Unknown, Severity.Warning)]
    [InlineData(Outcome.Unknown, Severity.Warning, Outcome.Passed, Severity.Error)]
    [InlineData(Outcome.Passed, Severity.Warning, Outcome.NotApplicable, Severity.Error)]
    public void Folds_worst_first(Outcome worse, Severity worseSeverity, Outcome better, Severity betterSeverity)
    {
        Finding bad = Finding(worse, worseSeverity, "bad");
        Finding good = Finding(better, betterSeverity, "good");
        Assert.Equal("bad", Assert.Single(Run(new ScriptedCheck("X01", good, bad)).Results).Subject);
        Assert.Equal("bad", Assert.Single(Run(new ScriptedCheck("X01", bad, good)).Results).Subject);
    }

    [Fact]
    public void Of_equals_the_first_is_the_result() => Assert.Equal(
        "first",
        Assert.Single(Run(new ScriptedCheck(
            "X01", Finding(Outcome.Failed, Severity.Error, "first"), Finding(Outcome.Failed, Severity.Error, "second"))).Results).Subject);

    [Fact]
    public void An_uncertain_error_makes_inconclusive_even_beside_a_certain_warning() => Assert.Equal(
        Verdict.Inconclusive,
        Run(new ScriptedCheck("X01", Finding(Outcome.Failed, Severity.Warning), Finding(Outcome.Unknown, Severity.Error))).Verdict);

    [Fact]
    public void Strict_puts_a_failed_warning_before_an_uncertain_error()
    {
        var check = new ScriptedCheck("X01", Finding(Outcome.Unknown, Severity.Error), Finding(Outcome.Failed, Severity.Warning));
        ServerVerdict verdict = new CheckRunner(new Catalogue(check), strict: true).Run(s_ready, Server.Service());
        Assert.Equal((Verdict.NotReady, Outcome.Failed), (verdict.Verdict, Assert.Single(verdict.Results).Outcome));
    }

    [Fact]
    public void Strict_still_puts_a_failed_error_before_a_failed_warning()
    {
        var check = new ScriptedCheck("X01", Finding(Outcome.Failed, Severity.Warning), Finding(Outcome.Failed, Severity.Error));
        ServerVerdict verdict = new CheckRunner(new Catalogue(check), strict: true).Run(s_ready, Server.Service());
        Assert.Equal(Severity.Error, Assert.Single(verdict.Results).Severity);
    }

    [Fact]
    public void Without_strict_a_failed_warning_leaves_a_server_ready()
    {
        var catalogue = new Catalogue(new ScriptedCheck("X01", Finding(Outcome.Failed, Severity.Warning)));
        Assert.Equal(Verdict.Ready, new CheckRunner(catalogue).Run(s_ready, Server.Service()).Verdict);
        Assert.Equal(Verdict.NotReady, new CheckRunner(catalogue, strict: true).Run(s_ready, Server.Service()).Verdict);
    }

    [Fact]
    public void Does_not_ask_about_a_port_when_the_service_names_none()
    {
        var check = new ScriptedCheck("X01", _ => [s_passed], CheckNeeds.Port);
        Assert.Equal(Outcome.Passed, Run(Server.Service(), check).Outcome);
        CheckResult result = Run(Server.Service().Ports(), check);
        Assert.Equal((Outcome.NotApplicable, 1), (result.Outcome, check.Asked));
        Assert.Contains("port", result.Reason);
    }

    [Theory]
    [InlineData(DsrEnvironment.OnPremises, Outcome.Passed)]
    [InlineData(DsrEnvironment.Azure, Outcome.Passed)]
    [InlineData(DsrEnvironment.GcpAgent, Outcome.NotApplicable)]
    [InlineData(DsrEnvironment.Cluster, Outcome.NotApplicable)]
    public void Does_not_ask_about_a_loopback_where_the_vip_belongs_on_the_traffic_interface(DsrEnvironment environment, Outcome expected)
    {
        CheckResult result = Run(Server.Service().Environment(environment), new ScriptedCheck("X01", _ => [s_passed], CheckNeeds.Loopback));
        Assert.Equal(expected, result.Outcome);
        Assert.Equal(expected == Outcome.NotApplicable, result.Reason.Contains(environment.ToString()));
    }

    [Theory]
    [InlineData(true, DsrEnvironment.OnPremises, Outcome.Passed)]
    [InlineData(true, DsrEnvironment.Cluster, Outcome.NotApplicable)]
    [InlineData(false, DsrEnvironment.OnPremises, Outcome.NotApplicable)]
    [InlineData(false, DsrEnvironment.Cluster, Outcome.NotApplicable)]
    public void Asks_a_check_of_both_needs_only_when_both_are_met(bool port, DsrEnvironment environment, Outcome expected)
    {
        ServiceBuilder service = Server.Service().Environment(environment).Ports(port ? ["443"] : []);
        Assert.Equal(expected, Run(service, new ScriptedCheck("X01", _ => [s_passed], CheckNeeds.Loopback | CheckNeeds.Port)).Outcome);
    }

    [Fact]
    public void Asks_a_check_without_needs_everywhere()
    {
        var check = new ScriptedCheck("X01", s_passed);
        Assert.Equal(Outcome.Passed, Run(Server.Service().Ports().Environment(DsrEnvironment.Cluster), check).Outcome);
    }

    [Fact]
    public void The_same_snapshot_and_service_give_the_same_results_again()
    {
        var runner = new CheckRunner(Catalogue.All);
        static IEnumerable<(string, Outcome, Severity, string)> Told(ServerVerdict verdict) =>
            verdict.Results.Select(each => (each.Id, each.Outcome, each.Severity, each.Reason));
        Assert.Equal(Told(runner.Run(s_ready, Server.Service())), Told(runner.Run(s_ready, Server.Service())));
    }

    private static Finding Finding(Outcome outcome, Severity severity, string subject = "x") =>
        new(outcome, severity, subject, subject + " is so.", outcome is Outcome.Failed or Outcome.Unknown ? (Advice)("Do it.") : null);

    private static IEnumerable<Finding> ThrowsLate(CheckContext context)
    {
        yield return s_passed;
        throw new InvalidOperationException(context.Snapshot.ComputerName);
    }

    private static ServerVerdict Run(params Check[] checks) => new CheckRunner(new Catalogue(checks)).Run(s_ready, Server.Service());

    private static CheckResult Run(DsrService service, Check check) =>
        Assert.Single(new CheckRunner(new Catalogue(check)).Run(s_ready, service).Results);

    [Fact]
    public void What_rests_on_a_guessed_traffic_interface_says_so()
    {
        var runner = new CheckRunner(new Catalogue(new TrafficInterfaceIsKnownCheck(), new WeakHostReceiveOnTrafficInterfaceCheck(), new WeakHostSendOnLoopbackCheck()));
        string[] Reasons(DsrService service) => [.. runner.Run(Server.Ready().AddNic(9, "Storage", "10.0.0.11", 24).Build(), service).Results.Select(result => result.Reason)];
        Assert.Equal(
            [false, true, false],
            Reasons(Server.Service().Balancers()).Select(reason => reason.EndsWith(" Ethernet is taken for the traffic interface; see H02.", StringComparison.Ordinal)));
        Assert.All(Reasons(Server.Service()), reason => Assert.DoesNotContain("taken for", reason, StringComparison.Ordinal));
    }
}
