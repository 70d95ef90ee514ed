using DsrReadiness.Checks;
using DsrReadiness.Checks.Adapters;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Adapters;

public sealed class LoopbackIdentityUnchangedCheckTests() : CheckTest(new LoopbackIdentityUnchangedCheck())
{
    private const string Device = @"ROOT\NET\0000";

    [Theory]
    [InlineData(Device, JournalOf.ReadyGuid)]
    [InlineData(@"root\net\0000", "{0c3a7b1e-0000-4000-8000-000000000012}")]
    public void Passes_when_the_device_has_its_guid(string device, string guid) =>
        Assert.Equal(device, Expect(Outcome.Passed, Server.Ready(), inputs: JournalOf.Devices((device, guid))).Subject);

    [Fact]
    public void Warns_when_the_device_has_another_guid()
    {
        Server server = Server.Ready().Set(NetAdapterClass.InterfaceGuid, "{F}", Server.On(NetAdapterClass.Class, Server.Loopback));
        CheckResult result = Expect(Outcome.Failed, server, inputs: JournalOf.Devices((Device, JournalOf.ReadyGuid)));
        Assert.Equal((Severity.Warning, JournalOf.ReadyGuid, "{F}"), (result.Severity, result.Expected, result.Actual));
    }

    [Fact]
    public void Warns_when_the_device_is_gone() =>
        Assert.Equal("it is gone", Expect(Outcome.Failed, Server.Ready().WithoutLoopback(), inputs: JournalOf.Devices((Device, JournalOf.ReadyGuid))).Actual);

    [Fact]
    public void Warns_when_the_guid_belongs_to_another_device()
    {
        Server server = Server.Ready().Set(NetAdapterClass.PnPDeviceID, @"ROOT\NET\0005", Server.On(NetAdapterClass.Class, Server.Loopback));
        Assert.Equal(
            @"its GUID belongs to ROOT\NET\0005", Expect(Outcome.Failed, server, inputs: JournalOf.Devices((Device, JournalOf.ReadyGuid))).Actual);
    }

    [Fact]
    public void Does_not_apply_without_a_journal_or_a_device_in_it()
    {
        Expect(Outcome.NotApplicable, Server.Ready());
        Expect(Outcome.NotApplicable, Server.Ready(), inputs: JournalOf.Devices());
        Expect(Outcome.NotApplicable, Server.Ready(), inputs: JournalOf.Devices((Device, null)));
        Expect(
            Outcome.NotApplicable,
            Server.Ready(),
            Server.Service().Environment(DsrEnvironment.Cluster),
            JournalOf.Devices((Device, JournalOf.ReadyGuid)));
    }

    [Fact]
    public void Is_unknown_when_a_side_cannot_be_read()
    {
        CheckInputs inputs = JournalOf.Devices((Device, JournalOf.ReadyGuid));
        Expect(Outcome.Unknown, Server.Ready(), inputs: JournalOf.Unreadable());
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.Timeout), inputs: inputs);
        Expect(
            Outcome.Unknown, Server.Ready().Without(NetAdapterClass.InterfaceGuid, Server.On(NetAdapterClass.Class, Server.Loopback)), inputs: inputs);
    }
}
