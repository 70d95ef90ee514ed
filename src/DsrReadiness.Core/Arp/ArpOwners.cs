using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Checks;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;

namespace DsrReadiness.Arp;

/// <summary>Which adapter of which server has a MAC address. All KM-TEST adapters have one and the same, and answer nobody.</summary>
internal sealed class ArpOwners
{
    private readonly Dictionary<string, List<ArpOwner>> _owners = new(System.StringComparer.Ordinal);
    private readonly List<string> _unknown = [];

    public ArpOwners(IEnumerable<PoolMember> servers)
    {
        foreach (PoolMember server in servers)
        {
            if (!server.Snapshot.Adapters.TryGet(out IReadOnlyList<NetAdapter>? adapters, out Missing? missing))
                _unknown.Add($"Of {server.Name}, {missing.Reason}");
            foreach (NetAdapter adapter in (adapters ?? []).Where(adapter => !NetAdapter.IsLoopbackId(adapter.ComponentId.Or(string.Empty))))
            {
                foreach (string mac in adapter.MacAddresses.Select(MacAddress.Read).OfType<string>().Distinct())
                    Add(server, adapter, mac);
            }
        }
    }

    /// <summary>Servers whose adapters could not be read: any MAC address may be theirs.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    public IReadOnlyList<ArpOwner> Of(string mac) => _owners.TryGetValue(mac, out List<ArpOwner>? owners) ? owners : [];

    private void Add(PoolMember server, NetAdapter adapter, string mac)
    {
        if (!_owners.TryGetValue(mac, out List<ArpOwner>? owners))
            _owners.Add(mac, owners = []);
        if (!owners.Exists(each => each.Server == server))
            owners.Add(new ArpOwner(server, adapter.Alias.Or(HostInterface.NameWithoutAlias(adapter.InterfaceIndex))));
    }
}
