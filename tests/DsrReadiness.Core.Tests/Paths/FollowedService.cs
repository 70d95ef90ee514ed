using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Paths;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Paths;

/// <summary>A service together with every packet that clients and balancers may send to it: its ranges are so small that all can be followed.</summary>
internal sealed class FollowedService
{
    private readonly PathPacket[] _ofClients;

    public FollowedService(DsrService service)
    {
        Service = service;
        IEnumerable<PathPacket> asked = from vip in service.VirtualIPAddresses
                                        from client in service.Clients.Where(each => each.Family == vip.Family())
                                        from address in AddressesOf(client)
                                        from packet in PacketsOf(service, vip, address)
                                        select packet;
        _ofClients = [.. asked];
    }

    /// <summary>The services that random servers are asked for.</summary>
    public static IReadOnlyList<FollowedService> All { get; } = [.. Every().Select(service => new FollowedService(service))];

    public DsrService Service { get; }

    /// <summary>The packets; where the server stands decides who probes it.</summary>
    public IReadOnlyList<PathPacket> PacketsOn(Snapshot snapshot) => [.. _ofClients, .. PathTracer.Probes(Service, PathTracer.EnvironmentOf(snapshot, Service))];

    public override string ToString() => string.Join(", ", Service.VirtualIPAddresses) + " on " + string.Join(", ", Service.Ports) + " behind "
        + string.Join(", ", Service.Balancers) + (Service.Probe is null ? string.Empty : " that ask " + Service.Probe) + " for " + string.Join(", ", Service.Clients) + " by " + Service.TrafficInterface + " in " + Service.Environment + " answering UDP " + Service.UdpAnswer;

    private static IEnumerable<DsrService> Every()
    {
        string[] client4 = ["203.0.113.77/32"];
        string[] client6 = ["2001:db8:77::77/128"];
        ServiceBuilder Four() => Server.Service().Clients(client4);
        ServiceBuilder Six() => Server.Service().Vips(Server.Vip6).Clients(client6);
        ServiceBuilder Both() => Server.Service().DualStack().Clients([.. client4, .. client6]);
        for (int i = 0; i < 3; i++)
        {
            yield return Four();
            yield return Six();
            yield return Both();
        }

        yield return Four().Balancers();
        yield return Six().Balancers();
        yield return Both().Balancers(Server.Balancer, "2001:db8:11::5");
        yield return Four().Balancers(Server.Balancer, "192.168.11.6");
        yield return Four().Balancers("198.51.100.5");
        yield return Four().Ports("tcp/443-445");
        yield return Four().Ports("tcp/443", "tcp/444");
        yield return Four().Ports("tcp/445");
        yield return Four().Vips(Server.Gateway);
        yield return Four().Vips(Server.Vip, "192.168.11.10").Ports("tcp/443");
        yield return Four().Balancers().Probe($"tcp/{Server.Vip}:443");
        yield return Four().Balancers().Probe($"tcp/{Server.Dip}:443").Environment(DsrEnvironment.Azure);
        yield return Four().Balancers().Probe($"tcp/{Server.Dip}:443");
        yield return Four().Ports("udp/53");
        yield return Both().Ports("udp/53", "tcp/443");
        yield return Four().Ports("udp/53").UdpAnswer(DsrUdpAnswer.FromServer);
        yield return Both().Ports("udp/53", "tcp/443").UdpAnswer(DsrUdpAnswer.FromVip);
        yield return Four().Ports("udp/53").UdpAnswer(DsrUdpAnswer.None).Probe($"udp/{Server.Vip}:53");
        yield return Four().Probe($"udp/{Server.Vip}:53");
        yield return Four().Ports("udp/443");
        yield return Four().Ports();
        yield return Four().Clients("203.0.113.76/30");
        yield return Four().Clients("203.0.113.77/32", "10.0.0.9/32").Ports("tcp/443-444");
        yield return Four().Clients("192.168.11.77/32");
        yield return Four().Interface("Ethernet");
        yield return Both().Interface("7");
        yield return Four().Interface("Loopback");
        yield return Four().Interface("nothing of that name");
        yield return Four().Probe($"tcp/{Server.Vip}:443");
        yield return Four().Probe($"tcp/{Server.Dip}:443").Balancers(Server.Balancer, "192.168.11.6");
        yield return Four().Probe($"tcp/{Server.Dip}:444").Balancers("198.51.100.5");
        yield return Four().Probe($"udp/{Server.Dip}:53");
        yield return Four().Probe("tcp/192.168.12.9:443");
        yield return Four().Probe($"icmp/{Server.Vip}");
        yield return Six().Probe($"tcp/[{Server.Vip6}]:443").Balancers("2001:db8:11::5");
        yield return Both().Probe($"icmp/{Server.Dip6}").Balancers(Server.Balancer, "2001:db8:11::5");
        yield return Four().Environment(DsrEnvironment.GcpAgent).Probe($"tcp/{Server.Vip}:443");
        yield return Four().Environment(DsrEnvironment.GcpAgent);
        yield return Both().Environment(DsrEnvironment.Cluster);
        yield return Four().Environment(DsrEnvironment.Azure);
    }

    private static IEnumerable<PathPacket> PacketsOf(DsrService service, IPAddress vip, IPAddress client)
    {
        if (service.Ports.Count == 0)
            return [new PathPacket(vip, client, TransportProtocol.Tcp, null)];
        return from port in service.Ports
               from number in Enumerable.Range(port.First, port.Last - port.First + 1)
               select new PathPacket(vip, client, port.Protocol, number);
    }

    public static IEnumerable<IPAddress> AddressesOf(IPPrefix range)
    {
        AddressBits last = range.Range.Last;
        for (AddressBits bits = range.Range.First; ; bits = bits.Next())
        {
            yield return bits.ToAddress(range.Family);
            if (bits.Equals(last))
                yield break;
        }
    }
}
