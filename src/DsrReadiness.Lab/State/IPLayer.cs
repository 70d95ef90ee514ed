using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.State;

/// <summary>One family of one interface: its settings, addresses and routes in both stores. The active store is lost when it stops.</summary>
internal sealed class IPLayer
{
    private readonly Autoconfiguration _autoconfiguration;
    private readonly List<LabAddress> _activeAddresses = [];
    private readonly List<LabAddress> _persistentAddresses = [];
    private readonly List<LabRoute> _activeRoutes = [];
    private readonly List<LabRoute> _persistentRoutes = [];
    private IPSettings _active = new();

    public IPLayer(NetInterface @interface, IPFamily family)
    {
        Interface = @interface;
        Family = family;
        _autoconfiguration = new Autoconfiguration(this);
    }

    public NetInterface Interface { get; }

    public IPFamily Family { get; }

    public Machine Machine => Interface.Machine;

    /// <summary>There is such an IP interface: bound, on an adapter whose IP interfaces have appeared.</summary>
    public bool Exists => Interface.HasIP && (Interface.Hardware is not { } hardware || hardware.IsBound(Family == IPFamily.IPv4 ? "ms_tcpip" : "ms_tcpip6"));

    /// <summary>It runs: it exists and its adapter is enabled.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Held apart from the stores: it survives a restart though only the active store shows it.</summary>
    public bool Dhcp { get; private set; }

    public Lease? Lease { get; set; }

    public IReadOnlyList<string> DnsServers { get; set; } = [];

    public IPSettings Persistent { get; } = new();

    public IPSettings Settings(CimStore store) => store == CimStore.Active ? _active : Persistent;

    public List<LabAddress> Addresses(CimStore store) => store == CimStore.Active ? _activeAddresses : _persistentAddresses;

    /// <summary>The routes that were set; those that follow addresses are not among them.</summary>
    public List<LabRoute> Routes(CimStore store) => store == CimStore.Active ? _activeRoutes : _persistentRoutes;

    /// <summary>True on an adapter with a wire for an address of a network of it: others can be asked for it there.</summary>
    public bool IsOnLink(IPAddress address) => IsActive && Interface.HasWire && _activeAddresses.Any(each => each.Prefix.Contains(address));

    /// <summary>A setting as it is in force.</summary>
    public long Effective(CimProperty property) => _active[property] ?? Default(property);

    public void SetDhcp(bool isOn)
    {
        Dhcp = isOn;
        if (IsActive)
            _autoconfiguration.Refresh();
    }

    /// <summary>Puts an address into a store; in the active one it first has to settle.</summary>
    public void Add(LabAddress address)
    {
        Addresses(address.Store).Add(address);
        if (address.Store != CimStore.Active || address.State != AddressState.Tentative)
            return;
        if (Effective(NetIPInterfaceClass.DadTransmits) == 0)
            Settle(address);
        else
            Machine.Agenda.After(Machine.Behaviour.AddressSettlesAfter, () => Settle(address));
    }

    /// <summary>Starts or stops as the state of the adapter and its bindings asks for.</summary>
    public void Refresh(bool atStart)
    {
        bool shouldRun = Exists && Interface.Hardware?.IsEnabled != false;
        if (shouldRun && !IsActive)
            Start(atStart);
        else if (!shouldRun)
            Stop();
    }

    public void Stop()
    {
        IsActive = false;
        _active = new IPSettings();
        _activeAddresses.Clear();
        _activeRoutes.Clear();
    }

    /// <summary>Without a link an address is tentative, however long.</summary>
    public void LinkChanged()
    {
        foreach (LabAddress address in _activeAddresses)
        {
            address.State = AddressState.Tentative;
            LabAddress settling = address;
            Machine.Agenda.After(Machine.Behaviour.AddressSettlesAfter, () => Settle(settling));
        }
    }

    private void Start(bool atStart)
    {
        IsActive = true;
        _active = Persistent.Copy();
        foreach (LabAddress address in _persistentAddresses.Select(each => each.In(CimStore.Active)))
        {
            Add(address);
            if (atStart)
                Settle(address);
        }

        _activeRoutes.AddRange(_persistentRoutes.Select(route => route.In(CimStore.Active)));
        _autoconfiguration.Refresh();
    }

    private void Settle(LabAddress address)
    {
        if (address.State == AddressState.Tentative && Interface.IsUp)
            address.State = Machine.Behaviour.TakenAddresses.Contains(address.IPAddress) ? AddressState.Duplicate : AddressState.Preferred;
    }

    private long Default(CimProperty property)
    {
        bool isBuiltIn = Interface.Hardware is null;
        return property switch
        {
            _ when property == NetIPInterfaceClass.AutomaticMetric => (long)Toggle.Enabled,
            _ when property == NetIPInterfaceClass.InterfaceMetric => Interface.Hardware?.AutomaticMetric ?? 75,
            _ when property == NetIPInterfaceClass.DadTransmits => isBuiltIn ? 0 : Family == IPFamily.IPv4 ? 3 : 1,
            _ when property == NetIPInterfaceClass.NlMtu => isBuiltIn ? uint.MaxValue : 1500,
            _ => 0,
        };
    }
}
