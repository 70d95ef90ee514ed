using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Arp;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.State;

/// <summary>All state of a lab server. Nothing here asks who is calling, or whether it may.</summary>
internal sealed class Machine
{
    private const uint BuiltInIndex = 1;
    private uint _count;
    private uint _guids;
    private uint _lastIndex = BuiltInIndex + 1;

    public Machine(string name, LabWindows windows, LabBehaviour behaviour, Agenda agenda)
    {
        Name = name;
        Windows = windows;
        Behaviour = behaviour;
        Agenda = agenda;
        Devices = new DeviceManager(this);
        BuiltIn = new NetInterface(this, BuiltInIndex, _count++, NewGuid(), "Loopback Pseudo-Interface 1", null);
        BuiltIn.GetIP(atStart: true);
        Interfaces = [BuiltIn];
    }

    public string Name { get; }

    public string? Domain { get; set; }

    public string Manufacturer { get; init; } = "Microsoft Corporation";

    public LabWindows Windows { get; }

    public LabBehaviour Behaviour { get; }

    public Agenda Agenda { get; }

    public DeviceManager Devices { get; }

    public NetInterface BuiltIn { get; }

    public List<NetInterface> Interfaces { get; }

    /// <summary>Interfaces whose adapter was removed while the persistent store had an address on them: it keeps those, and nothing else speaks of them.</summary>
    public List<NetInterface> Gone { get; } = [];

    public LabFirewall Firewall { get; } = new();

    public List<LabService> Services { get; } = [];

    public List<LabProcess> Processes { get; } = [LabProcess.Kernel, LabProcess.ServiceHost];

    public List<Listener> Listeners { get; } = [];

    /// <summary>Established TCP connections, which keep to their time and no other.</summary>
    public List<Connection> Connections { get; } = [];

    /// <summary>Entries of the neighbour table that somebody put there.</summary>
    public List<Neighbor> Neighbors { get; } = [];

    /// <summary>What was heard on the segment, if there is one: an address, and the MAC address that answered last.</summary>
    public Func<IEnumerable<(IPAddress Address, string? LinkLayerAddress)>> Heard { get; set; } = () => [];

    public LabRegistry Registry { get; } = new();

    /// <summary>What sites of IIS are bound to.</summary>
    public List<LabSite> Sites { get; } = [];

    public List<LabCertificate> Certificates { get; } = [];

    /// <summary>Whether the file server tells its clients of all its addresses.</summary>
    public bool HasMultiChannel { get; set; } = true;

    /// <summary>What DNS has under the server's own name; null if it does not know the name.</summary>
    public IReadOnlyList<IPAddress>? DnsAddresses { get; set; }

    public IEnumerable<NetInterface> Adapters => Interfaces.Where(each => each.Hardware is not null);

    public IEnumerable<IPLayer> Layers => Interfaces.SelectMany(each => each.Layers);

    public NetInterface Add(Hardware hardware, string? alias = null)
    {
        var added = new NetInterface(this, NextIndex(), _count++, NewGuid(), alias ?? FreeAlias(), hardware);
        Interfaces.Add(added);
        return added;
    }

    public NetInterface? Find(uint index) => Interfaces.Find(each => each.Index == index);

    public NetInterface? Find(string alias) => Interfaces.Find(each => string.Equals(each.Alias, alias, StringComparison.OrdinalIgnoreCase));

    public IPLayer? FindLayer(NetInterface? of, IPFamily family) => of?.Layer(family) is { IsActive: true } layer ? layer : null;

    /// <summary>The addresses on adapters with a wire.</summary>
    public IEnumerable<ProbeAddress> AddressesWithWire() =>
        from layer in Layers
        where layer.IsActive && layer.Interface.HasWire
        from address in layer.Addresses(CimStore.Active)
        select new ProbeAddress(layer.Interface.Index, layer.Interface.Alias, address.IPAddress, address.PrefixLength);

    /// <summary>True if an interface has the address.</summary>
    public bool Holds(IPAddress address) => Layers.Any(layer => layer.IsActive && layer.Addresses(CimStore.Active).Exists(each => each.IPAddress.Equals(address)));

    /// <summary>The MAC address under which the server answers for an address; null if it does not answer.</summary>
    public string? AnswersFor(IPAddress address) => Layers.FirstOrDefault(layer => layer.IsActive && layer.Interface.HasWire
        && layer.Addresses(CimStore.Active).Exists(each => each.IPAddress.Equals(address) && each.State is AddressState.Preferred or AddressState.Deprecated))?.Interface.Hardware!.MacAddress;

    public uint NextIndex() => _lastIndex += 2;

    public string NewGuid() => string.Format(CultureInfo.InvariantCulture, "{{D5B3A1E0-0000-4000-8000-{0:X12}}}", ++_guids);

    /// <summary>The running state is lost and loaded anew, and each interface index belongs to another adapter afterwards.</summary>
    public void Restart()
    {
        Agenda.Clear();
        Neighbors.Clear();
        Connections.Clear();
        Firewall.Restart();
        Devices.Restart();
        ShuffleIndexes();
        foreach (NetInterface each in Interfaces)
            each.Restart();
    }

    /// <summary>Each adapter has the index that another one had.</summary>
    public void ShuffleIndexes()
    {
        NetInterface[] adapters = Adapters.ToArray();
        uint[] indexes = adapters.Select(each => each.Index).ToArray();
        for (int i = 0; i < adapters.Length; i++)
            adapters[i].Index = i == 0 ? NextIndex() : indexes[i - 1];
    }

    private string FreeAlias()
    {
        for (int i = 1; ; i++)
        {
            string alias = i == 1 ? "Ethernet" : "Ethernet " + i.ToString(CultureInfo.InvariantCulture);
            if (Find(alias) is null)
                return alias;
        }
    }
}
