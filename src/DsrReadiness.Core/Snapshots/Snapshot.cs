using System;
using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using OperatingSystem = DsrReadiness.Cim.Classes.OperatingSystem;

namespace DsrReadiness.Snapshots;

/// <summary>All readings of one server at one time, raw and typed. It never changes.</summary>
public sealed class Snapshot
{
    private readonly Dictionary<ReadingId, CimReading> _readings = [];
    private readonly Dictionary<ReadingId, object> _typed = [];
    private Reading<FirewallRule>? _firewallRules;
    private Reading<ConnectionSecurityRule>? _connectionSecurityRules;

    /// <summary>Puts readings together.</summary>
    /// <param name="computerName">The server's name, as it calls itself.</param>
    /// <param name="collectedAt">When the readings were taken.</param>
    /// <param name="collector">What took them.</param>
    /// <param name="readings">The readings; of two of one class and store, the later counts.</param>
    public Snapshot(string computerName, DateTimeOffset collectedAt, string collector, IEnumerable<CimReading> readings)
    {
        ComputerName = computerName;
        CollectedAt = collectedAt;
        Collector = collector;
        foreach (CimReading reading in readings)
            _readings[new ReadingId(reading.Class, reading.Store)] = reading;
    }

    /// <summary>The server's name, as it calls itself.</summary>
    public string ComputerName { get; }

    /// <summary>When the readings were taken.</summary>
    public DateTimeOffset CollectedAt { get; }

    /// <summary>What took them.</summary>
    public string Collector { get; }

    /// <summary>The readings that were taken or tried.</summary>
    public IReadOnlyCollection<CimReading> Readings => _readings.Values;

    internal Reading<NetAdapter> Adapters => Typed(NetAdapterClass.Class, row => new NetAdapter(row));

    internal Reading<AdapterBinding> AdapterBindings => Typed(NetAdapterBindingClass.Class, row => new AdapterBinding(row));

    internal Reading<AdapterConfiguration> AdapterConfigurations => Typed(NetworkAdapterConfigurationClass.Class, row => new AdapterConfiguration(row));

    internal Reading<ClusterResource> ClusterResources => Typed(ClusterResourceClass.Class, row => new ClusterResource(row));

    internal Reading<ClusterNetwork> ClusterNetworks => Typed(ClusterNetworkClass.Class, row => new ClusterNetwork(row));

    internal Reading<ClusterInterface> ClusterInterfaces => Typed(ClusterInterfaceClass.Class, row => new ClusterInterface(row));

    internal Reading<ConnectionProfile> ConnectionProfiles => Typed(NetConnectionProfileClass.Class, row => new ConnectionProfile(row));

    internal Reading<DnsRegistration> DnsRegistrations => Typed(DnsClientClass.Class, row => new DnsRegistration(row));

    internal Reading<DnsServers> DnsServers => Typed(DnsClientServerAddressClass.Class, row => new DnsServers(row));

    internal Reading<TcpConnection> TcpConnections => Typed(NetTcpConnectionClass.Class, row => new TcpConnection(row));

    internal Reading<UdpEndpoint> UdpEndpoints => Typed(NetUdpEndpointClass.Class, row => new UdpEndpoint(row));

    internal Reading<OperatingSystem> OperatingSystems => Typed(OperatingSystemClass.Class, row => new OperatingSystem(row));

    internal Reading<ComputerSystem> ComputerSystems => Typed(ComputerSystemClass.Class, row => new ComputerSystem(row));

    internal Reading<PnPDevice> PnPDevices => Typed(PnPEntityClass.Class, row => new PnPDevice(row));

    internal Reading<WindowsService> WindowsServices => Typed(ServiceClass.Class, row => new WindowsService(row));

    internal Reading<WindowsProcess> Processes => Typed(ProcessClass.Class, row => new WindowsProcess(row));

    internal Reading<SmbServerConfiguration> SmbServerConfigurations => Typed(SmbServerConfigurationClass.Class, row => new SmbServerConfiguration(row));

    internal Reading<SmbServerInterface> SmbServerInterfaces => Typed(SmbServerNetworkInterfaceClass.Class, row => new SmbServerInterface(row));

    internal Reading<HttpCertificate> HttpCertificates => Typed(HttpCertificateClass.Class, row => new HttpCertificate(row));

    internal Reading<SiteBinding> SiteBindings => Typed(SiteBindingClass.Class, row => new SiteBinding(row));

    internal Reading<Neighbor> Neighbors => Typed(NetNeighborClass.Class, row => new Neighbor(row), CimStore.Active);

    internal Reading<RegistryValue> RegistryValues => Typed(RegistryValueClass.Class, row => new RegistryValue(row));

    internal Reading<DnsAnswer> DnsAnswers => Typed(DnsAnswerClass.Class, row => new DnsAnswer(row));

    /// <summary>The firewall rules in force, each with its conditions.</summary>
    internal Reading<FirewallRule> FirewallRules => _firewallRules ??= RuleReadings.Firewall(this);

    /// <summary>The connection security rules in force, each with its conditions.</summary>
    internal Reading<ConnectionSecurityRule> ConnectionSecurityRules => _connectionSecurityRules ??= RuleReadings.ConnectionSecurity(this);

    internal Reading<FirewallProfile> FirewallProfiles => Typed(NetFirewallProfileClass.Class, row => new FirewallProfile(row), CimStore.Active);

    internal Reading<Route> Routes => Typed(NetRouteClass.Class, row => new Route(row), CimStore.Active);

    /// <summary>The raw reading of a class; one that nobody took is a failure of kind <see cref="FailureKind.NotCollected"/>.</summary>
    public CimReading Read(CimClass @class, CimStore store) =>
        _readings.TryGetValue(new ReadingId(@class, store), out CimReading? reading)
            ? reading
            : CimReading.Failed(@class, store, new CimFailure(FailureKind.NotCollected, "the snapshot does not hold it"));

    /// <summary>The routes that the next start brings.</summary>
    internal Reading<Route> KeptRoutes => Typed(NetRouteClass.Class, row => new Route(row), CimStore.Persistent);

    internal Reading<IPInterface> IPInterfaces(CimStore store) => Typed(NetIPInterfaceClass.Class, row => new IPInterface(row), store);

    internal Reading<HostAddress> Addresses(CimStore store) => Typed(NetIPAddressClass.Class, row => new HostAddress(row), store);

    private Reading<T> Typed<T>(CimClass @class, Func<CimRow, T> map, CimStore store = CimStore.None)
        where T : class
    {
        var id = new ReadingId(@class, store);
        lock (_typed) // Members of a pool look at one another, side by side.
        {
            if (_typed.TryGetValue(id, out object? known))
                return (Reading<T>)known;
            Reading<T> typed = Reading<T>.Map(Read(@class, store), map);
            _typed.Add(id, typed);
            return typed;
        }
    }
}
