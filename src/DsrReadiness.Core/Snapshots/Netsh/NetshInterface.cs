using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots.Netsh;

/// <summary>One interface as <c>netsh</c> shows it: the text of each place.</summary>
/// <param name="Block">All of its lines.</param>
/// <param name="Places">Those whose places are known.</param>
internal sealed record NetshInterface(NetshBlock Block, IReadOnlyDictionary<NetshPlace, NetshField> Places)
{
    private static readonly NetshPlace[] s_read =
    [
        NetshPlace.Luid, NetshPlace.Index, NetshPlace.State, NetshPlace.Metric, NetshPlace.Mtu, NetshPlace.DadTransmits, NetshPlace.Forwarding, NetshPlace.Advertising,
        NetshPlace.WeakHostSend, NetshPlace.WeakHostReceive, NetshPlace.AutomaticMetric,
    ];

    /// <summary>The connection name; null where the text does not give it for certain.</summary>
    public string? Alias { get; init; }

    /// <summary>The places that are read.</summary>
    public IEnumerable<NetshField> Fields => s_read.Where(Places.ContainsKey).Select(place => Places[place]);

    public NetshField Luid => Places[NetshPlace.Luid];

    public NetshField Index => Places[NetshPlace.Index];

    /// <summary>The loopback that every Windows has: its LUID is made of its kind, in every language.</summary>
    public bool IsBuiltInLoopback => string.Equals(Luid.Value, "loopback_0", StringComparison.OrdinalIgnoreCase);

    /// <summary>The row that the network classes have in this place. What the text does not tell, the row does not have.</summary>
    public CimRow ToRow(IPFamily family)
    {
        var values = new Dictionary<string, object?>
        {
            [NetIPInterfaceClass.InterfaceIndex.Name] = Number(NetshPlace.Index),
            [NetIPInterfaceClass.AddressFamily.Name] = (long)family,
            [NetIPInterfaceClass.ConnectionState.Name] = Places[NetshPlace.State].Value == "connected" ? 1L : 0L,
            [NetIPInterfaceClass.InterfaceMetric.Name] = Number(NetshPlace.Metric),
            [NetIPInterfaceClass.NlMtu.Name] = Number(NetshPlace.Mtu),
            [NetIPInterfaceClass.DadTransmits.Name] = Number(NetshPlace.DadTransmits),
            [NetIPInterfaceClass.Forwarding.Name] = Toggle(NetshPlace.Forwarding),
            [NetIPInterfaceClass.Advertising.Name] = Toggle(NetshPlace.Advertising),
            [NetIPInterfaceClass.WeakHostSend.Name] = Toggle(NetshPlace.WeakHostSend),
            [NetIPInterfaceClass.WeakHostReceive.Name] = Toggle(NetshPlace.WeakHostReceive),
        };
        if (Places.ContainsKey(NetshPlace.AutomaticMetric))
            values.Add(NetIPInterfaceClass.AutomaticMetric.Name, Toggle(NetshPlace.AutomaticMetric));
        if (Alias is not null)
            values.Add(NetIPInterfaceClass.InterfaceAlias.Name, Alias);
        return CimRow.From(NetIPInterfaceClass.Class, values);
    }

    private long Number(NetshPlace place) => long.Parse(Places[place].Value.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture);

    private long Toggle(NetshPlace place) => Places[place].Value == "enabled" ? 1 : 0;
}
