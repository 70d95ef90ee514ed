using DsrReadiness.Checks.Hosts;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Hosts;

public sealed class TrafficInterfaceIsKnownCheckTests() : CheckTest(new TrafficInterfaceIsKnownCheck())
{
    private const uint Second = 9;

    [Fact]
    public void Passes_when_it_was_given_and_exists()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready(), Server.Service().Interface("ethernet"));
        Assert.Equal(("Ethernet", "Ethernet is the traffic interface: it was given."), (result.Subject, result.Reason));
    }

    [Fact]
    public void Fails_with_what_exists_when_it_was_given_and_does_not()
    {
        Server server = Server.Ready().AddNic(Second, "Ethernet 2", "10.0.0.11", 24);
        CheckResult result = Expect(Outcome.Failed, server, Server.Service().Interface("Ethernet 3"));
        Assert.Equal((Severity.Error, "Ethernet 3"), (result.Severity, result.Subject));
        Assert.Equal("The traffic interface was given as 'Ethernet 3', which does not exist. The server has Ethernet (7), Ethernet 2 (9).", result.Reason);
        Assert.Equal("Give the traffic interface by name or index: --interface 7 or --interface 9.", result.Recommendation);
        Expect(Outcome.Passed, server, Server.Service().Interface("Ethernet 2"));
    }

    [Theory]
    [InlineData("Loopback")]
    [InlineData("12")]
    [InlineData("1")]
    public void Fails_when_a_loopback_was_given(string given)
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready(), Server.Service().Interface(given));
        Assert.Contains("is a loopback", result.Reason);
        Assert.Contains("Ethernet (7)", result.Reason);
    }

    [Fact]
    public void Fails_on_a_server_that_has_no_other_interface()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready().RemoveInterface(Server.Ethernet), Server.Service().Interface("Ethernet"));
        Assert.EndsWith("The server has no other interface.", result.Reason);
        Assert.Equal("Give the traffic interface by name or index (--interface).", result.Recommendation);
    }

    [Fact]
    public void Passes_with_how_it_was_found()
    {
        Assert.Equal(
            "Ethernet is the traffic interface: the balancer 192.168.11.5 is on its segment 192.168.11.0/24.",
            Expect(Outcome.Passed, Server.Ready()).Reason);
        Assert.Equal(
            "Ethernet is the traffic interface: it has the winning default route (IPv4).",
            Expect(Outcome.Passed, Server.Ready(), Server.Service().Balancers()).Reason);
    }

    [Fact]
    public void Is_unknown_and_names_the_candidates_when_several_could_be_it()
    {
        CheckResult result = Expect(Outcome.Unknown, Server.Ready().AddNic(Second, "Ethernet 2", "192.168.11.12", 24));
        Assert.Equal("More than one interface has the balancer on its segment: Ethernet (7, IPv4), Ethernet 2 (9, IPv4).", result.Reason);
        Assert.Equal("Give the traffic interface by name or index: --interface 7 or --interface 9.", result.Recommendation);
        Expect(Outcome.Passed, Server.Ready().AddNic(Second, "Ethernet 2", "192.168.12.12", 24));
    }

    [Fact]
    public void Is_unknown_and_names_the_candidates_when_there_is_nothing_to_go_by()
    {
        Server server = Server.Ready().Remove(NetRouteClass.Class, (NetRouteClass.DestinationPrefix, "0.0.0.0/0"));
        CheckResult result = Expect(Outcome.Unknown, server, Server.Service().Balancers());
        Assert.Equal("Give the traffic interface by name or index: --interface 7.", result.Recommendation);
        Expect(Outcome.Passed, server, Server.Service());
    }

    [Fact]
    public void Is_unknown_when_a_reading_that_it_needs_failed()
    {
        Expect(Outcome.Unknown, Server.Ready().Fail(NetAdapterClass.Class, CimStore.None, FailureKind.AccessDenied));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.AccessDenied));
        Server noRoutes = Server.Ready().Fail(NetRouteClass.Class, CimStore.Active, FailureKind.AccessDenied);
        Expect(Outcome.Passed, noRoutes);
        Expect(Outcome.Unknown, noRoutes, Server.Service().Balancers());
    }

    [Theory]
    [InlineData(DsrEnvironment.GcpAgent)]
    [InlineData(DsrEnvironment.Cluster)]
    public void Applies_where_the_vip_belongs_on_the_traffic_interface(DsrEnvironment environment)
    {
        Expect(Outcome.Passed, Server.Ready().OnNic(), Server.Service().Environment(environment));
        Expect(Outcome.Failed, Server.Ready().OnNic(), Server.Service().Environment(environment).Interface("Ethernet 9"));
    }
}
