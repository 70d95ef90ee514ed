using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

public sealed class VipIsPreferredCheckTests() : CheckTest(new VipIsPreferredCheck())
{
    private static readonly (CimProperty Property, object Value) s_vip = VipServers.Is(Server.Vip);

    [Theory]
    [InlineData(4)]
    [InlineData("Preferred")]
    public void Passes_when_the_vip_is_preferred(object state) =>
        Assert.Equal("Preferred", Expect(Outcome.Passed, In(state)).Actual);

    [Theory]
    [InlineData(AddressState.Invalid, Severity.Error, "New-NetIPAddress -InterfaceIndex 12 ")]
    [InlineData(AddressState.Tentative, Severity.Error, "Wait some seconds")]
    [InlineData(AddressState.Duplicate, Severity.Error, "Remove-NetIPAddress -InterfaceIndex 12 -IPAddress 192.168.11.50 -Confirm:$false\nNew-NetIPAddress ")]
    [InlineData(AddressState.Deprecated, Severity.Warning, "-PreferredLifetime ([TimeSpan]::MaxValue)")]
    public void Fails_in_every_other_state_and_names_it(AddressState state, Severity severity, string fix)
    {
        CheckResult result = Expect(Outcome.Failed, In(state));
        Assert.Equal((severity, Server.Vip, "Preferred", state.ToString()), (result.Severity, result.Subject, result.Expected, result.Actual));
        Assert.StartsWith($"The state of 192.168.11.50 on Loopback is {state}: ", result.Reason);
        Assert.Contains(fix, result.Recommendation + result.Command);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(70000)]
    public void Is_unknown_for_a_number_that_is_no_known_state_and_says_it(int state)
    {
        CheckResult result = Expect(Outcome.Unknown, In(state));
        Assert.Equal(state.ToString(), result.Actual);
        Assert.Contains($"is {state},", result.Reason);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bevorzugt")]
    public void Is_unknown_when_the_state_is_none(string? state) => Expect(Outcome.Unknown, In(state));

    [Fact]
    public void Is_unknown_when_the_state_was_not_collected() =>
        Expect(Outcome.Unknown, Server.Ready().Without(NetIPAddressClass.AddressState, s_vip));

    [Fact]
    public void Asks_the_active_store_alone() =>
        Expect(Outcome.Passed, Server.Ready().SetIn(CimStore.Persistent, NetIPAddressClass.AddressState, AddressState.Invalid, s_vip));

    [Fact]
    public void Names_the_worse_of_two_vips()
    {
        Server server = In(AddressState.Deprecated).SetIn(
            CimStore.Active, NetIPAddressClass.AddressState, AddressState.Duplicate, VipServers.Is(Server.Vip6));
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().DualStack());
        Assert.Equal((Server.Vip6, Severity.Error), (result.Subject, result.Severity));
        Assert.Equal(Severity.Warning, Expect(Outcome.Failed, server).Severity);
    }

    [Fact]
    public void An_uncertain_state_outranks_a_deprecated_one() => Assert.Equal(
        Server.Vip6,
        Expect(
            Outcome.Unknown,
            In(AddressState.Deprecated).SetIn(CimStore.Active, NetIPAddressClass.AddressState, null, VipServers.Is(Server.Vip6)),
            Server.Service().DualStack()).Subject);

    [Fact]
    public void Is_unknown_when_the_addresses_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.AccessDenied));

    [Fact]
    public void Does_not_apply_when_the_loopback_does_not_hold_the_vip() =>
        Assert.Contains("V01", Expect(Outcome.NotApplicable, Server.Ready().Remove(NetIPAddressClass.Class, s_vip)).Reason);

    [Fact]
    public void Asks_of_the_traffic_interface_in_a_cluster()
    {
        ServiceBuilder service = Server.Service().Environment(DsrEnvironment.Cluster);
        Expect(Outcome.NotApplicable, In(AddressState.Duplicate), service);
        Server server = In(AddressState.Duplicate).Set(NetIPAddressClass.InterfaceIndex, Server.Ethernet, s_vip);
        Assert.Null(Expect(Outcome.Failed, server, service).Command);
        Expect(Outcome.Passed, In(AddressState.Preferred).Set(NetIPAddressClass.InterfaceIndex, Server.Ethernet, s_vip), service);
    }

    private static Server In(object? state) => Server.Ready().SetIn(CimStore.Active, NetIPAddressClass.AddressState, state, s_vip);
}
