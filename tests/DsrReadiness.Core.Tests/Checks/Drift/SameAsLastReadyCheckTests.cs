using DsrReadiness.Checks;
using DsrReadiness.Checks.Drift;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Drift;

public sealed class SameAsLastReadyCheckTests() : CheckTest(new SameAsLastReadyCheck(Catalogue.Observing))
{
    [Fact]
    public void Passes_when_nothing_has_changed() => Expect(Outcome.Passed, Server.Ready(), inputs: Since(Server.Ready()));

    [Fact]
    public void Passes_when_only_what_no_check_reads_has_changed() => Expect(
        Outcome.Passed,
        Server.Ready().Set(NetAdapterClass.InterfaceDescription, "Renamed", Server.On(NetAdapterClass.Class, Server.Ethernet)),
        inputs: Since(Server.Ready()));

    [Fact]
    public void Warns_when_a_check_fails_that_passed()
    {
        CheckResult result = Expect(Outcome.Failed, Broken(), inputs: Since(Server.Ready()));
        Assert.Equal((Severity.Warning, "M01 WeakHostReceiveOnTrafficInterface"), (result.Severity, result.Subject));
        Assert.Equal(("Passed: Enabled", "Failed: Disabled"), (result.Expected, result.Actual));
    }

    [Fact]
    public void Warns_when_a_check_passes_with_another_value()
    {
        Server server = Server.Ready().Set(NetFirewallRuleClass.ElementName, "Other", (NetFirewallRuleClass.InstanceId, "DsrReadiness-443"));
        CheckResult result = Ask(server, inputs: Since(Server.Ready()));
        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.StartsWith("W01", result.Subject);
    }

    [Fact]
    public void Does_not_apply_without_a_snapshot_to_compare_with()
    {
        Expect(Outcome.NotApplicable, Broken());
        Assert.Contains("OTHER", Expect(Outcome.NotApplicable, Broken(), inputs: new(earlier: Server.Ready().Build("OTHER"))).Reason);
        Expect(Outcome.Failed, Broken(), inputs: new(earlier: Server.Ready().Build("srv19a")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Does_not_apply_when_the_server_was_not_ready_then(bool isBroken) =>
        Expect(Outcome.NotApplicable, Server.Ready(), inputs: Since(isBroken ? Broken() : Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.Timeout)));

    private static CheckInputs Since(Server server) => new(earlier: server.Build());

    private static Server Broken() => Server.Ready().SetIn(
        CimStore.Active, NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));
}
