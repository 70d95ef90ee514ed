using DsrReadiness.Checks.Hosts;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks.Hosts;

public sealed class BalancerOnSameSegmentCheckTests() : CheckTest(new BalancerOnSameSegmentCheck())
{
    [Fact]
    public void Warns_where_the_balancer_is_the_server_itself()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready(), Server.Service().Balancers(Server.Dip));
        Assert.Equal((Severity.Warning, "The balancer 192.168.11.11 is an address of this server: what is compared with it says nothing of the balancer."), (result.Severity, result.Reason));
        Expect(Outcome.Passed, Server.Ready(), Server.Service().Balancers(Server.Balancer));
    }

    [Fact]
    public void Passes_when_a_balancer_is_in_a_subnet_of_the_traffic_interface()
    {
        CheckResult result = Expect(Outcome.Passed, Server.Ready());
        Assert.Equal(("Ethernet", Server.Balancer), (result.Subject, result.Actual));
        Expect(Outcome.Passed, Server.Ready(), Server.Service().Balancers("203.0.113.5", Server.Balancer));
    }

    [Fact]
    public void Warns_when_none_is()
    {
        CheckResult result = Expect(Outcome.Failed, Server.Ready(), Server.Service().Balancers("203.0.113.5"));
        Assert.Equal((Severity.Warning, "Ethernet", "192.168.11.0/24", "203.0.113.5"), (result.Severity, result.Subject, result.Expected, result.Actual));
    }

    [Fact]
    public void Judges_each_family_that_has_a_balancer()
    {
        Expect(Outcome.Failed, Server.Ready(), Server.Service().DualStack().Balancers(Server.Balancer, "2001:db8:99::5"));
        Expect(Outcome.Passed, Server.Ready(), Server.Service().DualStack().Balancers(Server.Balancer, "2001:db8:11::5"));
        Expect(Outcome.Passed, Server.Ready(), Server.Service().Balancers(Server.Balancer, "2001:db8:99::5"));
    }

    [Fact]
    public void Does_not_count_the_prefix_that_a_vip_brings() => Expect(
        Outcome.Failed,
        Server.Ready().Set(NetIPAddressClass.PrefixLength, 24, (NetIPAddressClass.IPAddress, Server.Vip)).Move(Server.Vip, Server.Ethernet)
            .Set(NetIPAddressClass.PrefixLength, 32, (NetIPAddressClass.IPAddress, Server.Dip)),
        Server.Service().Interface("Ethernet"));

    [Fact]
    public void Does_not_apply_without_a_balancer_and_in_a_cloud()
    {
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Balancers());
        Server lost = Server.Ready().Set(NetIPAddressClass.IPAddress, "169.254.7.7", (NetIPAddressClass.IPAddress, Server.Dip)).Set(NetIPAddressClass.PrefixLength, 16, (NetIPAddressClass.IPAddress, "169.254.7.7"));
        Assert.EndsWith("see H09.", Expect(Outcome.NotApplicable, lost).Reason);
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Balancers("203.0.113.5").Environment(DsrEnvironment.Azure));
        Expect(Outcome.NotApplicable, Server.Ready(), Server.Service().Balancers("203.0.113.5").Environment(DsrEnvironment.GcpAgent));
    }

    [Fact]
    public void Is_unknown_when_a_prefix_or_the_addresses_could_not_be_read()
    {
        Expect(
            Outcome.Unknown,
            Server.Ready().Set(NetIPAddressClass.PrefixLength, null, (NetIPAddressClass.IPAddress, Server.Dip)),
            Server.Service().Interface("Ethernet"));
        Expect(Outcome.Unknown, Server.Ready().Fail(NetIPAddressClass.Class, CimStore.Active, FailureKind.Timeout), Server.Service().Interface("Ethernet"));
    }
}
