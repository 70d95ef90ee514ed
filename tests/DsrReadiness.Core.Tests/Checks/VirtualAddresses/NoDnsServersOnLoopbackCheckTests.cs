using DsrReadiness.Addresses;
using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

public sealed class NoDnsServersOnLoopbackCheckTests() : CheckTest(new NoDnsServersOnLoopbackCheck())
{
    [Fact]
    public void Passes_when_the_loopback_has_none() => Expect(Outcome.Passed, Server.Ready());

    [Fact]
    public void Does_not_count_what_windows_fills_in() => Expect(Outcome.Passed, WithServers("fec0:0:0:ffff::1", "fec0:0:0:ffff::3"));

    [Theory]
    [InlineData("192.0.2.53")]
    [InlineData("2001:db8::53")]
    [InlineData("127.0.0.1")]
    public void Warns_when_it_has_one(string address)
    {
        CheckResult result = Expect(Outcome.Failed, WithServers("fec0:0:0:ffff::1", address));
        Assert.Equal((Severity.Warning, "Loopback", "none", address), (result.Severity, result.Subject, result.Expected, result.Actual));
        Assert.Equal("Set-DnsClientServerAddress -InterfaceIndex 12 -ResetServerAddresses", result.Command);
    }

    [Fact]
    public void Is_unknown_when_the_servers_could_not_be_read()
    {
        Expect(Outcome.Unknown, Row(null).Without(DnsClientServerAddressClass.ServerAddresses, Server.On(DnsClientServerAddressClass.Class, Server.Loopback)));
        Expect(Outcome.Passed, Row(null));
        Expect(Outcome.Unknown, Server.Ready().Fail(DnsClientServerAddressClass.Class, CimStore.None, FailureKind.Failed));
    }

    [Fact]
    public void Does_not_apply_without_a_loopback() => Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback());

    private static Server WithServers(params string[] servers) => Row(servers);

    private static Server Row(object? servers) => Server.Ready().Add(
        DnsClientServerAddressClass.Class,
        CimStore.None,
        (DnsClientServerAddressClass.InterfaceIndex, Server.Loopback),
        (DnsClientServerAddressClass.InterfaceAlias, "Loopback"),
        (DnsClientServerAddressClass.AddressFamily, IPFamily.IPv4),
        (DnsClientServerAddressClass.ServerAddresses, servers));
}
