using System.Net;
using DsrReadiness.Checks;
using DsrReadiness.Checks.VirtualAddresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.VirtualAddresses;

public sealed class NothingElseOnLoopbackCheckTests() : CheckTest(new NothingElseOnLoopbackCheck())
{
    [Fact]
    public void Passes_with_vips_and_what_windows_adds()
    {
        Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack());
        Expect(Outcome.Passed, Server.Ready().OnBuiltIn(32));
        Expect(Outcome.Passed, WithOther("169.254.7.7", 16, skip: false));
    }

    [Theory]
    [InlineData("192.0.2.9", 32, false, Outcome.Failed)]
    [InlineData("192.0.2.9", 24, true, Outcome.Failed)]
    [InlineData("192.0.2.9", 32, true, Outcome.Passed)]
    [InlineData("2001:db8:9::9", 64, true, Outcome.Failed)]
    [InlineData("2001:db8:9::9", 128, true, Outcome.Passed)]
    public void Takes_another_address_for_a_vip_only_if_it_is_set_up_as_one(string address, int prefixLength, bool skip, Outcome outcome) =>
        Expect(outcome, WithOther(address, prefixLength, skip));

    [Fact]
    public void Warns_of_an_address_that_is_no_vip()
    {
        CheckResult result = Expect(Outcome.Failed, WithOther("10.0.0.1", 8, skip: false));
        Assert.Equal((Severity.Warning, "Loopback", "VIPs", "10.0.0.1"), (result.Severity, result.Subject, result.Expected, result.Actual));
        Assert.Equal("Remove-NetIPAddress -InterfaceIndex 12 -IPAddress 10.0.0.1 -Confirm:$false", result.Command);
    }

    [Theory]
    [InlineData("192.0.2.9", 24, false, Outcome.Passed)]
    [InlineData("192.0.2.8", 32, true, Outcome.Failed)]
    public void Knows_the_vips_of_other_services_where_they_are_known(string address, int prefixLength, bool skip, Outcome outcome) =>
        Expect(outcome, WithOther(address, prefixLength, skip), Server.Service().DualStack(), new CheckInputs(otherServices: [new DsrService([IPAddress.Parse("192.0.2.9")])]));

    [Fact]
    public void Warns_of_a_vip_of_no_service_where_all_are_known()
    {
        CheckResult result = Expect(Outcome.Failed, WithOther("192.0.2.8", 32, skip: true), Server.Service().DualStack(), new CheckInputs(otherServices: []));
        Assert.Equal((Severity.Warning, "VIPs of services", "192.0.2.8"), (result.Severity, result.Expected, result.Actual));
        Assert.Contains("which is the VIP of no service of this server", result.Reason);
    }

    [Fact]
    public void Is_unknown_when_the_addresses_could_not_be_read() =>
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.Failed));

    [Fact]
    public void Does_not_apply_without_a_loopback() => Expect(Outcome.NotApplicable, Server.Ready().WithoutLoopback());

    private static Server WithOther(string address, int prefixLength, bool skip)
    {
        Server server = Server.Ready();
        ReadyServer.AddAddress(server, CimStore.Active, Server.Loopback, "Loopback", address, prefixLength, skip);
        return server;
    }
}
