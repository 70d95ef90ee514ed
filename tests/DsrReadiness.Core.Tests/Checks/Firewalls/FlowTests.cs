using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Firewall;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Checks.Firewalls;

public sealed class FlowTests
{
    private static readonly Arbitrary<PortRange[]> s_ranges =
        (from count in Gen.Choose(0, 6)
         from ranges in (from a in Gen.Choose(0, 14) from b in Gen.Choose(a, 14) select new PortRange(a, b)).ArrayOf(count)
         select ranges).ToArbitrary();

    [Fact]
    public void A_service_has_a_flow_for_each_vip_port_and_client_range() => Assert.Equal(
        [
            "tcp/443 to 192.168.11.50 from 10.0.0.0/8",
            "tcp/443 to 192.168.11.50 from 172.16.0.1",
            "udp/5000-5100 to 192.168.11.50 from 10.0.0.0/8",
            "udp/5000-5100 to 192.168.11.50 from 172.16.0.1",
        ],
        OfService(Server.Service().Ports("443", "udp/5000-5100").Clients("10.0.0.0/8", "172.16.0.1"), Server.Vip));

    [Fact]
    public void Clients_of_the_other_family_do_not_count() => Assert.Equal(
        ["tcp/443 to 2001:db8:11::50 from any address"], OfService(Server.Service().DualStack().Clients("10.0.0.0/8"), Server.Vip6));

    [Theory]
    [InlineData("tcp/192.168.11.11:8080", "tcp/8080 to 192.168.11.11 from 192.168.11.5")]
    [InlineData("udp/[2001:db8:11::11]:53", "udp/53 to 2001:db8:11::11 from any address")]
    [InlineData("icmp/192.168.11.50", "ICMP echo to 192.168.11.50 from 192.168.11.5")]
    public void A_probe_comes_from_the_balancer_if_one_of_its_family_is_named(string probe, string flow) =>
        Assert.Equal(flow, Assert.Single(Flow.OfProbe(Server.Service().Probe(probe), null)).ToString());

    [Fact]
    public void Each_balancer_probes() =>
        Assert.Equal(2, Flow.OfProbe(Server.Service().Balancers("192.168.11.5", "192.168.11.6").Probe("icmp/192.168.11.50"), null).Count());

    [Fact]
    public void On_Azure_the_probe_comes_from_the_platform_whether_or_not_it_is_named()
    {
        ServiceBuilder service = Server.Service().Balancers().Environment(DsrEnvironment.Azure).Probe("tcp/192.168.11.11:443");
        Assert.Equal("168.63.129.16/32", Assert.Single(Flow.OfProbe(service, DsrEnvironment.Azure)).From?.ToString());
        Assert.Null(Assert.Single(Flow.OfProbe(service, DsrEnvironment.OnPremises)).From);
    }

    [Fact]
    public void Without_a_probe_there_is_no_flow_of_it() => Assert.Empty(Flow.OfProbe(Server.Service(), null));

    [Fact]
    public void Parts_are_all_of_the_flow_and_no_range_cuts_them() => Prop.ForAll(s_ranges, ranges =>
    {
        PortRange[] parts = FlowOf(3, 11).CutAt(ranges).Select(part => part.Ports!.Value).ToArray();
        return parts.SelectMany(Each).SequenceEqual(Enumerable.Range(3, 9))
            && parts.All(part => ranges.All(range => Each(part).All(Each(range).Contains) || !Each(part).Any(Each(range).Contains)));
    }).QuickCheckThrowOnFailure();

    private static Flow FlowOf(int first, int last) =>
        new(IPAddress.Parse(Server.Vip), TransportProtocol.Udp, new PortRange(first, last), null);

    private static IEnumerable<int> Each(PortRange range) => Enumerable.Range(range.First, range.Last - range.First + 1);

    private static string[] OfService(ServiceBuilder service, string vip) =>
        Flow.OfService(service, IPAddress.Parse(vip)).Select(flow => flow.ToString()).ToArray();
}
