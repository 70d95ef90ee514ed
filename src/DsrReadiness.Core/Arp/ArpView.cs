using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;

namespace DsrReadiness.Arp;

/// <summary>What computers of a segment have for one address: in their neighbour tables, and as answers to what was asked.</summary>
internal sealed class ArpView
{
    private readonly SortedDictionary<string, List<ArpSighting>> _sightings = new(System.StringComparer.Ordinal);
    private readonly List<string> _unknown = [];
    private readonly List<string> _written = [];

    public ArpView(IPAddress address, IEnumerable<PoolMember> computers, IReadOnlyCollection<ArpProbe> probes)
    {
        foreach (PoolMember computer in computers)
            Look(address, computer);
        foreach (ArpProbe probe in probes.Where(probe => probe.Address.Equals(address)))
            Hear(probe);
    }

    /// <summary>Who has seen each MAC address.</summary>
    public IReadOnlyDictionary<string, List<ArpSighting>> Sightings => _sightings;

    /// <summary>True if somebody has asked and got no answer.</summary>
    public bool HasSilence { get; private set; }

    /// <summary>What could not be seen.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    /// <summary>Entries that somebody wrote, for which nobody has answered.</summary>
    public IReadOnlyList<string> Written => _written;

    private void Look(IPAddress address, PoolMember computer)
    {
        if (!computer.Snapshot.Neighbors.TryGet(out IReadOnlyList<Neighbor>? rows, out Missing? missing))
        {
            _unknown.Add($"Of {computer.Name}, {missing.Reason}");
            return;
        }

        Topology? topology = null;
        foreach (Neighbor row in rows.Where(row => AddressText.Canonical(row.Address).Equals(address)))
        {
            string? mac = MacAddress.Read(row.LinkLayerAddress);
            if (row.State.Is(NeighborState.Unreachable) || row.State.Is(NeighborState.Incomplete))
                HasSilence = true;
            else if (mac is not null && row.State.Is(NeighborState.Permanent))
                _written.Add($"{computer.Name} has a permanent entry {MacAddress.WithDashes(mac)}, which somebody wrote and nobody answered.");
            else if (mac is not null)
                Add(mac, new ArpSighting(computer.Name, row.InterfaceIndex.TryGet(out uint index) ? (topology ??= new Topology(computer.Snapshot)).AliasOf(index) : null, row.State.TryGet(out NeighborState state) ? state : NeighborState.Stale, 0, 0, computer.Snapshot.CollectedAt));
        }
    }

    private void Hear(ArpProbe probe)
    {
        if (probe.WhyNot is not null)
            _unknown.Add(probe.WhyNot + ".");
        HasSilence |= probe.WasAsked && probe.Answers.Count == 0;
        foreach (KeyValuePair<(string LinkLayerAddress, string Interface), int> answer in probe.Answers)
            Add(answer.Key.LinkLayerAddress, new ArpSighting(probe.By, answer.Key.Interface, null, answer.Value, probe.Questions, probe.At));
    }

    private void Add(string mac, ArpSighting sighting)
    {
        if (!_sightings.TryGetValue(mac, out List<ArpSighting>? known))
            _sightings.Add(mac, known = []);
        known.Add(sighting);
    }
}
