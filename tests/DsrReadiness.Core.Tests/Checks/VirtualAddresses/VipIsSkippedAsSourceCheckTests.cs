using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

public sealed class VipIsSkippedAsSourceCheckTests() : CheckTest(new VipIsSkippedAsSourceCheck())
{
    private static readonly (CimProperty Property, object Value) s_vip = VipServers.Is(Server.Vip);

    [Fact]
    public void Warns_of_a_VIP_that_the_persistent_store_does_not_skip()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().SetIn(CimStore.Persistent, NetIPAddressClass.SkipAsSource, false, (NetIPAddressClass.IPAddress, Server.Vip)));
        Assert.Equal(Severity.Warning, result.Severity);
        Assert.StartsWith("After the next restart, by the persistent store: SkipAsSource of 192.168.11.50 on Loopback is False", result.Reason, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Passes_when_the_vips_are_skipped_as_source() => Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack());

    [Fact]
    public void Fails_as_a_warning_when_one_is_not()
    {
        CheckResult result = Expect(Outcome.Failed, With(false));
        Assert.Equal((Severity.Warning, Server.Vip, "True", "False"), (result.Severity, result.Subject, result.Expected, result.Actual));
        Assert.Equal("Set-NetIPAddress -InterfaceIndex 12 -IPAddress 192.168.11.50 -SkipAsSource $true", result.Command);
    }

    [Theory]
    [InlineData("True", Outcome.Passed)]
    [InlineData("False", Outcome.Failed)]
    [InlineData(null, Outcome.Unknown)]
    [InlineData("perhaps", Outcome.Unknown)]
    [InlineData(1, Outcome.Unknown)]
    public void Reads_text_and_guesses_nothing(object? value, Outcome expected) => Expect(expected, With(value));

    [Fact]
    public void Is_unknown_when_it_was_not_collected() =>
        Expect(Outcome.Unknown, Server.Ready().Without(NetIPAddressClass.SkipAsSource, s_vip));

    [Fact]
    public void Asks_the_active_store_alone() =>
        Expect(Outcome.Passed, Server.Ready().SetIn(CimStore.Persistent, NetIPAddressClass.SkipAsSource, null, s_vip));

    [Fact]
    public void Names_the_one_of_two_vips_that_is_not_skipped()
    {
        Server server = Server.Ready().Set(NetIPAddressClass.SkipAsSource, false, VipServers.Is(Server.Vip6));
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().DualStack());
        Assert.Equal((Server.Vip6, 2), (result.Subject, result.Details.Count));
        Expect(Outcome.Passed, server);
    }

    [Fact]
    public void Is_unknown_when_the_addresses_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.AccessDenied));

    [Fact]
    public void Does_not_apply_when_the_loopback_does_not_hold_the_vip() =>
        Assert.Contains("V01", Expect(Outcome.NotApplicable, Server.Ready().Remove(NetIPAddressClass.Class, s_vip)).Reason);

    [Fact]
    public void Asks_of_the_traffic_interface_where_an_agent_keeps_the_vip()
    {
        ServiceBuilder service = Server.Service().Environment(DsrEnvironment.GcpAgent);
        Server OnEthernet(bool skipped) => With(skipped).Set(NetIPAddressClass.InterfaceIndex, Server.Ethernet, s_vip);
        Expect(Outcome.Passed, OnEthernet(true), service);
        Assert.Contains("-InterfaceIndex 7 ", Expect(Outcome.Failed, OnEthernet(false), service).Command);
    }

    private static Server With(object? value) => Server.Ready().SetIn(CimStore.Active, NetIPAddressClass.SkipAsSource, value, s_vip);
}
