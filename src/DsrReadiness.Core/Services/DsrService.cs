using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Services;

/// <summary>What is asked of a server: to answer for some VIPs, on some ports, behind some balancers.</summary>
public sealed class DsrService
{
    private static readonly IPAddress s_azure = IPAddress.Parse("168.63.129.16");

    /// <summary>Defines a service. IPv4-mapped IPv6 addresses are taken as the IPv4 addresses that they are; scopes of balancers are dropped.</summary>
    /// <param name="virtualIPAddresses">The VIPs, one at least.</param>
    /// <param name="ports">The ports; none leaves the firewall and listeners unjudged.</param>
    /// <param name="balancers">The balancers' own addresses on the server's segment.</param>
    /// <param name="probe">The balancer's probe.</param>
    /// <param name="clients">Where clients come from; none for anywhere.</param>
    /// <param name="trafficInterface">Alias or index of the interface where the balancer's frames arrive; null to find it.</param>
    /// <param name="environment">Where the server stands; null to recognise it.</param>
    /// <param name="name">What the service is called, for people; null if it has no name.</param>
    /// <param name="udpAnswer">From which address a UDP socket that is bound to every address answers; null if nobody has said so.</param>
    /// <exception cref="ServiceDefinitionException">The parts make no possible service.</exception>
    public DsrService(
        IEnumerable<IPAddress> virtualIPAddresses,
        IEnumerable<ServicePort>? ports = null,
        IEnumerable<IPAddress>? balancers = null,
        Probe? probe = null,
        IEnumerable<IPPrefix>? clients = null,
        string? trafficInterface = null,
        DsrEnvironment? environment = null,
        string? name = null,
        DsrUdpAnswer? udpAnswer = null)
    {
        Name = name;
        VirtualIPAddresses = new DistinctList<IPAddress>(virtualIPAddresses.Select(WithoutScope));
        Ports = ports?.Distinct().ToArray() ?? [];
        Balancers = new DistinctList<IPAddress>(balancers?.Select(AddressText.Canonical) ?? []);
        Probe = probe;
        Clients = clients?.Distinct().ToArray() ?? [];
        TrafficInterface = trafficInterface;
        Environment = environment;
        UdpAnswer = udpAnswer;
        Families = VirtualIPAddresses.Select(vip => vip.Family()).Distinct().OrderBy(family => family).ToArray();
        Validate();
    }

    /// <summary>What the service is called, or null.</summary>
    public string? Name { get; }

    /// <summary>The VIPs.</summary>
    public IReadOnlyList<IPAddress> VirtualIPAddresses { get; }

    /// <summary>The ports; empty leaves the firewall and listeners unjudged.</summary>
    public IReadOnlyList<ServicePort> Ports { get; }

    /// <summary>The balancers' own addresses.</summary>
    public IReadOnlyList<IPAddress> Balancers { get; }

    /// <summary>The balancer's probe, or null.</summary>
    public Probe? Probe { get; }

    /// <summary>Who probes, as far as addresses are known: the balancers of the probe's family. Where none is named, Azure's platform does, from one address everywhere.</summary>
    /// <param name="environment">Where the server stands, given or recognised; null where that is not known.</param>
    internal IEnumerable<IPAddress> Probers(DsrEnvironment? environment) =>
        Probe?.Address.Family() is not { } family ? []
        : environment == DsrEnvironment.Azure && Balancers.Count == 0 && family == IPFamily.IPv4 ? [s_azure]
        : Balancers.Where(balancer => balancer.Family() == family);

    /// <summary>Where clients come from; empty for anywhere.</summary>
    public IReadOnlyList<IPPrefix> Clients { get; }

    /// <summary>Alias or index of the traffic interface, or null to find it.</summary>
    public string? TrafficInterface { get; }

    /// <summary>Where the server stands, or null to recognise it.</summary>
    public DsrEnvironment? Environment { get; }

    /// <summary>From which address a UDP socket that is bound to every address answers; null if nobody has said so.</summary>
    public DsrUdpAnswer? UdpAnswer { get; }

    /// <summary>The families that a VIP has: the only ones that are judged.</summary>
    public IReadOnlyList<IPFamily> Families { get; }

    /// <summary>True for file and print services, which answer through ms_server and NetBIOS.</summary>
    internal bool IsFileService => UsesNetBios || Uses(TransportProtocol.Tcp, 445);

    /// <summary>True for services on ports of NetBIOS.</summary>
    internal bool UsesNetBios => Uses(TransportProtocol.Tcp, 139) || Uses(TransportProtocol.Udp, 137) || Uses(TransportProtocol.Udp, 138);

    /// <summary>The service as one server has it.</summary>
    /// <param name="probe">How the balancer asks that server; null for as it asks all.</param>
    /// <param name="trafficInterface">Where the balancer's frames arrive at that server; null for where they do at all.</param>
    internal DsrService With(Probe? probe, string? trafficInterface) => probe is null && trafficInterface is null
        ? this
        : new DsrService(VirtualIPAddresses, Ports, Balancers, probe ?? Probe, Clients, trafficInterface ?? TrafficInterface, Environment, Name, UdpAnswer);

    /// <summary>True if clients ask a VIP on that port, or the probe does.</summary>
    private bool Uses(TransportProtocol protocol, int port) => Ports.Any(each => each.Includes(protocol, port))
        || (Probe is { } probe && probe.Protocol == protocol && probe.Port == port && VirtualIPAddresses.Contains(probe.Address));

    /// <summary>A VIP is the same on every server, a scope is an interface of one: who gives one has copied it from somewhere.</summary>
    private static IPAddress WithoutScope(IPAddress vip) => AddressText.HasScope(vip)
        ? throw new ServiceDefinitionException($"'{vip}' has a scope, which means something on one computer only: give the VIP without what follows the '%'.")
        : AddressText.Canonical(vip);

    private void Validate()
    {
        if (VirtualIPAddresses.Count == 0)
            throw new ServiceDefinitionException("A service needs at least one virtual IP address.");
        IPAddress? both = VirtualIPAddresses.FirstOrDefault(Balancers.Contains);
        if (both is not null)
            throw new ServiceDefinitionException($"'{both}' is given as VIP and as balancer: give the balancer's own address, or leave it out.");
        if (TrafficInterface is not null && string.IsNullOrWhiteSpace(TrafficInterface))
            throw new ServiceDefinitionException("The traffic interface is given but blank: give its name or index, or leave it out to have it found.");
    }
}
