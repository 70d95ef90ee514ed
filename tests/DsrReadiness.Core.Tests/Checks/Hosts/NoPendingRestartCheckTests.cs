using DsrReadiness.Checks.Hosts;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Hosts;

public sealed class NoPendingRestartCheckTests() : CheckTest(new NoPendingRestartCheck())
{
    private static readonly (CimProperty, object) s_loopback = (PnPEntityClass.DeviceID, @"ROOT\NET\0000");

    [Fact]
    public void Passes_when_the_device_works() => Assert.Equal("Loopback", Expect(Outcome.Passed, Server.Ready()).Subject);

    [Fact]
    public void Warns_when_the_device_waits_for_a_restart()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().Set(PnPEntityClass.ConfigManagerErrorCode, 14, s_loopback));
        Assert.Equal((Severity.Warning, "Loopback", "restart pending (code 14)"), (result.Severity, result.Subject, result.Actual));
        Assert.Equal("Restart-Computer -Confirm", result.Command);
    }

    [Fact]
    public void Warns_when_a_restart_removes_the_device_and_takes_the_VIP_off_it_first()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().Set(PnPEntityClass.ConfigManagerErrorCode, 21, s_loopback));
        Assert.Equal(("restart pending (code 21)", "Windows removes the device of Loopback at the next restart, and with it every address on it."), (result.Actual, result.Reason));
        Assert.Equal($"Remove-NetIPAddress -InterfaceIndex 12 -IPAddress {Server.Vip} -Confirm:$false\nRestart-Computer -Confirm", result.Command);
        Server other = Server.Ready().WithSecondLoopback().Set(PnPEntityClass.ConfigManagerErrorCode, 21, (PnPEntityClass.DeviceID, @"ROOT\NET\0001"));
        Assert.Equal("Restart-Computer -Confirm", Expect(Outcome.Failed, other, inputs: JournalOf.Devices((@"ROOT\NET\0001", null))).Command);
    }

    [Theory]
    [InlineData(13)]
    [InlineData(22)]
    public void Leaves_other_problems_to_another_check(int code) =>
        Expect(Outcome.Passed, Server.Ready().Set(PnPEntityClass.ConfigManagerErrorCode, code, s_loopback));

    [Fact]
    public void Looks_at_other_devices_only_if_the_journal_says_that_they_are_ours()
    {
        Server server = Server.Ready().WithSecondLoopback()
            .Set(PnPEntityClass.ConfigManagerErrorCode, 14, (PnPEntityClass.DeviceID, @"ROOT\NET\0001"));
        Expect(Outcome.Passed, server);
        Expect(Outcome.Passed, server, inputs: JournalOf.Devices((@"ROOT\NET\0000", null), (@"ROOT\NET\0007", null)));
        Assert.Equal(@"ROOT\NET\0001", Expect(Outcome.Failed, server, inputs: JournalOf.Devices((@"root\net\0001", null))).Subject);
    }

    [Fact]
    public void Does_not_apply_to_the_built_in_loopback() => Expect(Outcome.NotApplicable, Server.Ready().OnBuiltIn(32));

    [Fact]
    public void Does_not_apply_where_an_agent_keeps_the_vip() =>
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Environment(DsrEnvironment.GcpAgent));

    [Fact]
    public void Is_unknown_when_the_device_or_the_journal_cannot_be_read()
    {
        Expect(Outcome.Unknown, Server.Ready().Fail(PnPEntityClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().Set(PnPEntityClass.ConfigManagerErrorCode, null, s_loopback));
        Expect(Outcome.Unknown, Server.Ready(), inputs: JournalOf.Unreadable());
    }
}
