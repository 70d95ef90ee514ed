using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Firewall;

/// <summary>
/// The addresses that keywords of rules stand for on this server. The texts say "the local subnet of the computer" and not whether every interface's counts: a rule that allows counts for
/// certain only for the interface where traffic arrives, one that blocks for all.
/// </summary>
internal sealed class KeywordAddresses(Snapshot snapshot)
{
    private readonly Dictionary<Asked, KeywordMeaning> _known = [];

    /// <summary>The addresses of one family.</summary>
    public KeywordMeaning Of(string keyword, RuleQuestion question)
    {
        var key = new Asked(keyword.ToUpperInvariant(), question.On.Index, question.Role, question.Flow.Family);
        if (!_known.TryGetValue(key, out KeywordMeaning? meaning))
            _known.Add(key, meaning = Resolve(key.Keyword, question));
        return meaning;
    }

    private KeywordMeaning Resolve(string keyword, RuleQuestion question)
    {
        IPFamily family = question.Flow.Family;
        char last = keyword[keyword.Length - 1];
        if (last is '4' or '6')
        {
            if (last != (family == IPFamily.IPv4 ? '4' : '6'))
                return new KeywordMeaning([], [], true);
            keyword = keyword.Substring(0, keyword.Length - 1);
        }

        return keyword switch
        {
            "LOCALSUBNET" => LocalSubnet(question.On, question.Role, family),
            "DEFAULTGATEWAY" => Gateways(family),
            "DNS" => snapshot.DnsServers.Rows is { } rows ? Of(rows.SelectMany(row => row.Servers), family, true) : KeywordMeaning.Unknown,
            "DHCP" => OfAdapters(row => [row.DhcpServer], family),
            "WINS" => OfAdapters(row => [row.PrimaryWinsServer, row.SecondaryWinsServer], family),
            _ => KeywordMeaning.Unknown,
        };
    }

    private static KeywordMeaning Of(IEnumerable<IPAddress> addresses, IPFamily family, bool isAll) =>
        new([.. addresses.Where(address => address.Family() == family).Distinct().Select(IPRange.Single)], [], isAll);

    /// <summary>A host's own prefix adds nobody; which links a link-local prefix is meant for is not known.</summary>
    private KeywordMeaning LocalSubnet(HostInterface on, FirewallAction role, IPFamily family)
    {
        if (snapshot.Addresses(CimStore.Active).Rows is not { } all)
            return KeywordMeaning.Unknown;
        HostAddress[] rows = [.. all.Where(row => row.Family == family)];
        bool IsSure(HostAddress row) => !row.Address.IsLinkLocal() && (role == FirewallAction.Block || row.InterfaceIndex == on.Index);
        IEnumerable<HostAddress> wide = rows.Where(row => row.OnLinkPrefix is { IsHost: false });
        return new KeywordMeaning(
            [.. wide.Where(IsSure).Select(row => row.OnLinkPrefix!.Range)],
            [.. wide.Where(row => !IsSure(row)).Select(row => row.OnLinkPrefix!.Range)],
            rows.All(row => row.OnLinkPrefix is not null));
    }

    private KeywordMeaning Gateways(IPFamily family)
    {
        if (snapshot.Routes.Rows is not { } all)
            return KeywordMeaning.Unknown;
        Route[] routes = [.. all.Where(route => route.Destination.IsDefault && route.Family == family)];
        IEnumerable<IPAddress> hops = routes.Where(route => route.NextHop.HasValue).Select(route => route.NextHop.Value);
        return Of(hops.Where(hop => !hop.IsWildcard()), family, routes.All(route => route.NextHop.HasValue));
    }

    private KeywordMeaning OfAdapters(Func<AdapterConfiguration, Field<string>[]> servers, IPFamily family)
    {
        if (snapshot.AdapterConfigurations.Rows is not { } rows)
            return KeywordMeaning.Unknown;
        Field<string>[] named = [.. rows.SelectMany(servers).Where(field => !field.IsNull && !field.Is(string.Empty))];
        IPAddress?[] addresses = [.. named.Select(field => field.TryGet(out string text) && AddressText.TryParse(text, out IPAddress? address) ? address : null)];
        return Of(addresses.OfType<IPAddress>(), family, addresses.All(address => address is not null));
    }

    private sealed record Asked(string Keyword, uint On, FirewallAction Role, IPFamily Family);
}
