using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>
/// Everything about a lab server that a run could have changed, as sorted lines, so that two states can be compared in effect: interfaces by name and not by
/// index, a NULL as the default that it stands for, nothing that passes by itself.
/// </summary>
internal static class ServerState
{
    public static IReadOnlyList<string> Of(LabServer server)
    {
        Dictionary<uint, string> names = Rows(server, NetIPInterfaceClass.Class, CimStore.Active)
            .GroupBy(row => row.Get(NetIPInterfaceClass.InterfaceIndex).Value)
            .ToDictionary(group => group.Key, group => group.First().Get(NetIPInterfaceClass.InterfaceAlias).Value);
        foreach (CimRow row in Rows(server, NetAdapterClass.Class))
            names[row.Get(NetAdapterClass.InterfaceIndex).Value] = row.Get(NetAdapterClass.Name).Value;
        var lines = new List<string>();
        lines.AddRange(Rows(server, NetAdapterClass.Class).Select(row => $"adapter {row.Get(NetAdapterClass.Name)} {row.Get(NetAdapterClass.PnPDeviceID)} {row.Get(NetAdapterClass.InterfaceAdminStatus)}"));
        foreach (CimStore store in new[] { CimStore.Active, CimStore.Persistent })
        {
            lines.AddRange(Rows(server, NetIPInterfaceClass.Class, store).Select(row => Interface(row, names, store)));
            lines.AddRange(Rows(server, NetIPAddressClass.Class, store).Where(IsGiven).Select(row =>
                $"{store} address {Name(names, row, NetIPAddressClass.InterfaceIndex)} {row.Get(NetIPAddressClass.IPAddress)}/{row.Get(NetIPAddressClass.PrefixLength)} skip {row.Get(NetIPAddressClass.SkipAsSource).Or(false)}"));
            lines.AddRange(Rows(server, NetRouteClass.Class, store).Where(row => row.Get(NetRouteClass.DestinationPrefix).Value.EndsWith("/0", StringComparison.Ordinal)).Select(row =>
                $"{store} route {Name(names, row, NetRouteClass.InterfaceIndex)} {row.Get(NetRouteClass.DestinationPrefix)} {row.Get(NetRouteClass.NextHop)}"));
            lines.AddRange(Rows(server, NetFirewallRuleClass.Class, store).Select(row => $"{store} rule {row.Get(NetFirewallRuleClass.InstanceId)} {row.Get(NetFirewallRuleClass.Enabled)}"));
        }

        lines.AddRange(Rows(server, NetAdapterBindingClass.Class).Select(row => $"binding {row.Get(NetAdapterBindingClass.Name)} {row.Get(NetAdapterBindingClass.ComponentID)} {row.Get(NetAdapterBindingClass.Enabled)}"));
        lines.AddRange(Rows(server, DnsClientClass.Class).Select(row => $"dns {row.Get(DnsClientClass.InterfaceAlias)} {row.Get(DnsClientClass.RegisterThisConnectionsAddress)}"));
        lines.AddRange(Rows(server, NetworkAdapterConfigurationClass.Class).Select(row =>
            $"netbios {Name(names, row, NetworkAdapterConfigurationClass.InterfaceIndex)} {row.Get(NetworkAdapterConfigurationClass.TcpipNetbiosOptions).Or(NetBiosOptions.EnableNetbiosViaDhcp)}"));
        return [.. lines.OrderBy(line => line, StringComparer.Ordinal)];
    }

    /// <summary>The interfaces that have one of the addresses, by name and store.</summary>
    public static IReadOnlyList<string> Holders(LabServer server, IEnumerable<IPAddress> vips) => Holders(server, vips, []);

    /// <summary>The interfaces on which an address would be answered for, by name and store.</summary>
    public static IReadOnlyList<string> AnsweringHolders(LabServer server, IEnumerable<IPAddress> vips)
    {
        HashSet<uint> loopbacks = [.. Rows(server, NetAdapterClass.Class)
            .Where(row => row.Get(NetAdapterClass.ComponentID).Or(string.Empty).Equals("*MSLOOP", StringComparison.OrdinalIgnoreCase))
            .Select(row => row.Get(NetAdapterClass.InterfaceIndex).Value)];
        return Holders(server, vips, loopbacks);
    }

    private static IReadOnlyList<string> Holders(LabServer server, IEnumerable<IPAddress> vips, HashSet<uint> loopbacks) =>
        [.. new[] { CimStore.Active, CimStore.Persistent }.SelectMany(store => Rows(server, NetIPAddressClass.Class, store)
            .Where(row => vips.Contains(row.Get(NetIPAddressClass.IPAddress).Value) && !loopbacks.Contains(row.Get(NetIPAddressClass.InterfaceIndex).Value))
            .Select(row => $"{store} {row.Get(NetIPAddressClass.InterfaceAlias)} {row.Get(NetIPAddressClass.IPAddress)}"))];

    private static IReadOnlyList<CimRow> Rows(LabServer server, CimClass @class, CimStore store = CimStore.None)
    {
        CimReading reading = server.Backdoor.Read(new CimQuery(@class, store));
        return reading.Rows ?? throw new InvalidOperationException($"{@class}: {reading.Failure}");
    }

    private static bool IsGiven(CimRow row) => !SpecialAddresses.IsAutomatic(row.Get(NetIPAddressClass.IPAddress).Value);

    private static string Interface(CimRow row, Dictionary<uint, string> names, CimStore store)
    {
        Toggle automatic = row.Get(NetIPInterfaceClass.AutomaticMetric).Or(Toggle.Enabled);
        string metric = automatic == Toggle.Enabled ? "automatic" : row.Get(NetIPInterfaceClass.InterfaceMetric).ToString();
        string dhcp = store == CimStore.Active ? " dhcp " + row.Get(NetIPInterfaceClass.Dhcp) : string.Empty;
        return $"{store} interface {Name(names, row, NetIPInterfaceClass.InterfaceIndex)} {row.Get(NetIPInterfaceClass.AddressFamily)}"
            + $" send {row.Get(NetIPInterfaceClass.WeakHostSend).Or(Toggle.Disabled)} receive {row.Get(NetIPInterfaceClass.WeakHostReceive).Or(Toggle.Disabled)}"
            + $" metric {metric}{dhcp} advertising {row.Get(NetIPInterfaceClass.Advertising).Or(Toggle.Disabled)}";
    }

    private static string Name(Dictionary<uint, string> names, CimRow row, CimProperty<uint> index) =>
        row.Get(index).TryGet(out uint value) && names.TryGetValue(value, out string? name) ? name : row.Get(index).ToString();
}
