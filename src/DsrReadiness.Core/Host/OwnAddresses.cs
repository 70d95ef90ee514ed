using System.Collections.Generic;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Host;

/// <summary>The addresses that a server has now, to be looked up: a server may have as many routes as addresses, and each route asks.</summary>
internal sealed class OwnAddresses
{
    private readonly HashSet<IPAddress> _all = [];
    private readonly Dictionary<OnLink, HostAddress> _byPrefix = [];

    public OwnAddresses(Snapshot snapshot)
    {
        foreach (HostAddress row in snapshot.Addresses(CimStore.Active).Rows ?? [])
        {
            _all.Add(row.Address);
            if (row.OnLinkPrefix is { } prefix && !_byPrefix.ContainsKey(new OnLink(row.InterfaceIndex, prefix)))
                _byPrefix.Add(new OnLink(row.InterfaceIndex, prefix), row);
        }
    }

    public bool Contains(IPAddress address) => _all.Contains(address);

    /// <summary>The first address of an interface with that prefix on the link, or null.</summary>
    public HostAddress? WithPrefix(uint index, IPPrefix prefix) => _byPrefix.TryGetValue(new OnLink(index, prefix), out HostAddress? row) ? row : null;

    private sealed record OnLink(uint Index, IPPrefix Prefix);
}
