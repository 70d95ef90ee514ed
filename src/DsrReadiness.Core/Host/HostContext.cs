using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>A server, what is asked of it, and the facts that checks and plans need of both, established once.</summary>
internal class HostContext(Snapshot snapshot, DsrService service)
{
    private readonly Dictionary<IPAddress, Fact<HostInterface>> _loopbacks = [];
    private readonly Dictionary<IPFamily, Peers> _peers = [];
    private readonly Dictionary<TransportProtocol, Fact<ListenerTable>> _listeners = [];
    private Fact<FoundInterface>? _trafficInterface;
    private Fact<InterfaceFault?>? _linkFault;
    private OwnAddresses? _ownAddresses;
    private NextHops? _nextHops;

    public Snapshot Snapshot { get; } = snapshot;

    public DsrService Service { get; } = service;

    public Topology Topology { get; } = new(snapshot);

    public RouteTable Routes { get; } = new(snapshot);

    public OwnAddresses OwnAddresses => _ownAddresses ??= new OwnAddresses(Snapshot);

    public NextHops NextHops => _nextHops ??= new NextHops(this);

    public DsrEnvironment Environment { get; } = EnvironmentRecognition.Recognise(snapshot, service);

    /// <summary>Whom the server must reach.</summary>
    public Peers Peers(IPFamily family)
    {
        if (!_peers.TryGetValue(family, out Peers? peers))
            _peers.Add(family, peers = new Peers(this, family));
        return peers;
    }

    /// <summary>What listens.</summary>
    public Fact<ListenerTable> Listeners(TransportProtocol protocol)
    {
        if (!_listeners.TryGetValue(protocol, out Fact<ListenerTable> listeners))
            _listeners.Add(protocol, listeners = ListenerTable.Of(Snapshot, protocol));
        return listeners;
    }

    /// <summary>True where the VIP belongs on the traffic interface, kept there by an agent or a cluster.</summary>
    public bool VipBelongsOnTrafficInterface => Environment is DsrEnvironment.GcpAgent or DsrEnvironment.Cluster;

    public IReadOnlyList<IPFamily> Families => Service.Families;

    /// <summary>Where replies of a family go: to the clients named, else anywhere, for which the default route stands.</summary>
    public IReadOnlyList<IPPrefix> ClientRanges(IPFamily family)
    {
        IPPrefix[] named = Service.Clients.Where(client => client.Family == family).ToArray();
        return named.Length > 0 ? named : [new IPPrefix(family.Wildcard(), 0)];
    }

    /// <summary>Where the balancer's frames arrive.</summary>
    public Fact<HostInterface> TrafficInterface =>
        FoundTrafficInterface.TryGet(out FoundInterface? found, out Missing? missing) ? found.Interface : missing;

    /// <summary>
    /// The traffic interface; where it was given and the readings are missing that tell what it is, the given one all the same. For questions
    /// about its settings alone: whether it is the right one is what H02 asks.
    /// </summary>
    public Fact<HostInterface> GivenTrafficInterface
    {
        get
        {
            if (TrafficInterface.TryGet(out _, out Missing? missing) || missing.IsAbsent || Service.TrafficInterface is not { } given)
                return TrafficInterface;
            IReadOnlyList<uint> meant = TrafficInterfaceSearch.Meant(Topology, given);
            return meant.Count == 1 && Topology.HasIP(meant[0]) && !Topology.IsLoopback(meant[0])
                ? new HostInterface(meant[0], Topology.AliasOf(meant[0]), InterfaceKind.Answering, null)
                : missing;
        }
    }

    /// <summary>Where the balancer's frames arrive, and what that was found by.</summary>
    public Fact<FoundInterface> FoundTrafficInterface
    {
        get
        {
            WasTrafficInterfaceAsked = true;
            return _trafficInterface ??= TrafficInterfaceSearch.Find(this);
        }
    }

    /// <summary>True once anybody has asked for the traffic interface, so that what is concluded can name the guess that it rests on.</summary>
    public bool WasTrafficInterfaceAsked { get; set; }

    /// <summary>Why no frame arrives at the traffic interface; null if frames do. Unknown where the traffic interface is, and absent where it does not exist.</summary>
    public Fact<InterfaceFault?> LinkFault => _linkFault ??= TrafficInterface.TryGet(out HostInterface? on, out Missing? missing) ? InterfaceFault.OfLink(this, on) : missing;

    /// <summary>The version of Windows: 6.0 is Vista and Server 2008.</summary>
    public Fact<Version> WindowsVersion => !Snapshot.OperatingSystems.TryGetSingle(out Cim.Classes.OperatingSystem? windows, out Missing? missing) ? missing
        : windows.Version is { } version ? version
        : Missing.Property("The version of Windows", windows.VersionText);

    /// <summary>
    /// The interface that has the VIP without a wire: the loopback that holds it, else the only KM-TEST adapter; where the VIP belongs
    /// on the traffic interface, that one.
    /// </summary>
    public Fact<HostInterface> LoopbackOf(IPAddress vip)
    {
        if (!_loopbacks.TryGetValue(vip, out Fact<HostInterface> loopback))
        {
            loopback = VipBelongsOnTrafficInterface ? TrafficInterface : LoopbackSearch.Find(this, vip);
            _loopbacks.Add(vip, loopback);
        }

        return loopback;
    }

    /// <summary>The loopbacks of all VIPs, each once, and what is missing of the others.</summary>
    public IReadOnlyList<Fact<HostInterface>> Loopbacks() => LoopbacksOf(Service.VirtualIPAddresses);

    /// <summary>The loopbacks of all VIPs of a family, each once, and what is missing of the others.</summary>
    public IReadOnlyList<Fact<HostInterface>> LoopbacksOf(IPFamily family) =>
        LoopbacksOf(Service.VirtualIPAddresses.Where(vip => vip.Family() == family));

    /// <summary>The loopbacks of VIPs that are known, each once.</summary>
    public IEnumerable<HostInterface> KnownLoopbacks() => Loopbacks().Select(fact => fact.TryGet(out HostInterface? loopback, out _) ? loopback : null).OfType<HostInterface>();

    /// <summary>The rows of an address in one store, on whatever interface.</summary>
    public Fact<IReadOnlyList<HostAddress>> RowsOf(IPAddress address, CimStore store) =>
        Snapshot.Addresses(store).TryGet(out IReadOnlyList<HostAddress>? rows, out Missing? missing) ? rows.Where(row => row.Address.Equals(address)).ToArray() : missing;

    /// <summary>The row of an interface in one family and store.</summary>
    public Fact<IPInterface> IPInterface(HostInterface of, IPFamily family, CimStore store)
    {
        Reading<IPInterface> reading = Snapshot.IPInterfaces(store);
        if (!reading.TryGet(out IReadOnlyList<IPInterface>? rows, out Missing? missing))
            return missing;
        IPInterface? row = rows.FirstOrDefault(each => each.InterfaceIndex == of.Index && each.Family == family);
        if (row is not null)
            return row;
        if (of.IsDisabled)
            return Missing.Absent($"{of.Alias} is disabled, so that IP has nothing of it; see {(of.IsLoopback ? "A03" : "H09")}.");
        string none = $"{reading.Name} has no {family} row for {of.Alias}";
        return store == CimStore.Persistent
            ? Missing.Unknown(
                none + ", and what the interface starts with then is not known.",
                $"Set the host model of {of.Alias} again with Set-NetIPInterface and no -PolicyStore, which writes both stores, and collect again.")
            : Missing.Unknown(none + ".", $"Check that {family} is bound to {of.Alias}, and collect again.");
    }

    private List<Fact<HostInterface>> LoopbacksOf(IEnumerable<IPAddress> vips)
    {
        var loopbacks = new List<Fact<HostInterface>>();
        var seen = new HashSet<HostInterface>();
        var reasons = new HashSet<string>();
        foreach (IPAddress vip in vips)
        {
            Fact<HostInterface> loopback = LoopbackOf(vip);
            if (loopback.TryGet(out HostInterface? found, out Missing? missing) ? seen.Add(found) : reasons.Add(missing.Reason))
                loopbacks.Add(loopback);
        }

        return loopbacks;
    }
}
