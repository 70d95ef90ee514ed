using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Paths;

/// <summary>
/// Whether one address is among those that a word of a rule stands for on this server. Whether "the local subnet of the computer" is that of each interface is said nowhere: another
/// interface's does not allow for certain, and does block.
/// </summary>
internal sealed class AddressWords(Snapshot snapshot)
{
    /// <summary>Null where it cannot be told, for words above all that Windows fills as it runs.</summary>
    public bool? Mean(string word, IPAddress address, HostLink at, bool allows)
    {
        string plain = word.TrimEnd('4', '6').ToUpperInvariant();
        if (word.Length > plain.Length && (word[word.Length - 1] == '4') != (address.Family() == IPFamily.IPv4))
            return false;
        return plain switch
        {
            "LOCALSUBNET" => IsNear(address, at, allows),
            "DEFAULTGATEWAY" => snapshot.Routes.Rows is { } routes
                ? IsOneOf(address, routes.Where(route => route.Destination.IsDefault && route.Destination.Family == address.Family())
                    .Select(route => Told(route.NextHop)).Where(hop => hop?.IsWildcard() != true))
                : null,
            "DNS" => snapshot.DnsServers.Rows is { } servers ? IsOneOf(address, servers.SelectMany(row => row.Servers)) : null,
            "DHCP" => OfAdapters(address, row => row.DhcpServer),
            "WINS" => Either(OfAdapters(address, row => row.PrimaryWinsServer), OfAdapters(address, row => row.SecondaryWinsServer)),
            _ => null,
        };
    }

    private static IPAddress? Told(Field<IPAddress> hop) => hop.TryGet(out IPAddress address) ? address : null;

    private static bool? Either(bool? one, bool? other) => one == true || other == true ? true : one is null || other is null ? null : false;

    /// <summary>Null among the addresses is one that could not be read.</summary>
    private static bool? IsOneOf(IPAddress address, IEnumerable<IPAddress?> addresses)
    {
        IPAddress?[] all = addresses.ToArray();
        return all.Contains(address) ? true : all.Contains(null) ? null : false;
    }

    private bool? OfAdapters(IPAddress address, Func<AdapterConfiguration, Field<string>> server) => snapshot.AdapterConfigurations.Rows is { } rows
        ? IsOneOf(address, rows.Select(server).Where(field => !field.IsNull && field.Or("?").Length > 0)
            .Select(field => AddressText.TryParse(field.Or("?"), out IPAddress? each) ? each : null))
        : null;

    private bool? IsNear(IPAddress address, HostLink at, bool allows)
    {
        if (snapshot.Addresses(CimStore.Active).Rows is not { } rows)
            return null;
        bool? near = false;
        foreach (HostAddress row in rows.Where(row => row.Family == address.Family()))
        {
            if (row.OnLinkPrefix is { } prefix && (prefix.IsHost || !prefix.Contains(address)))
                continue;
            if (row.OnLinkPrefix is not null && !row.Address.IsLinkLocal() && (!allows || row.InterfaceIndex == at.Index))
                return true;
            near = null;
        }

        return near;
    }
}
