using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Console.Demo;

/// <summary>
/// What a snapshot says of everything that the changes touch, as sorted lines, so that two can be compared in effect: interfaces by name,
/// since indexes do not survive a restart, and a NULL as the default that it stands for.
/// </summary>
internal static class DemoState
{
    /// <summary>What is compared, in words.</summary>
    public const string What = "adapters and their bindings, addresses, host model, metrics, DHCP, default routes, DNS registration, NetBIOS and "
        + "firewall rules, in both stores of Windows where it has two, and the outcome of every check";

    public static IReadOnlyList<string> Of(Snapshot snapshot)
    {
        var names = Rows(snapshot, NetIPInterfaceClass.Class, CimStore.Active)
            .GroupBy(row => row.Get(NetIPInterfaceClass.InterfaceIndex).ToString())
            .ToDictionary(group => group.Key, group => group.First().Get(NetIPInterfaceClass.InterfaceAlias).ToString());
        string On(CimRow row, CimProperty<uint> index) => names.GetValueOrDefault(row.Get(index).ToString()) ?? row.Get(index).ToString();
        var lines = new List<string>();
        foreach (CimStore store in new[] { CimStore.Active, CimStore.Persistent })
        {
            lines.AddRange(Rows(snapshot, NetIPInterfaceClass.Class, store).Select(
                row => $"{store} {On(row, NetIPInterfaceClass.InterfaceIndex)} {Interface(row, store)}"));
            lines.AddRange(Rows(snapshot, NetIPAddressClass.Class, store).Where(IsGiven).Select(row =>
                $"{store} {On(row, NetIPAddressClass.InterfaceIndex)} {row.Get(NetIPAddressClass.IPAddress)}/{row.Get(NetIPAddressClass.PrefixLength)}"
                + $" skip {row.Get(NetIPAddressClass.SkipAsSource).Or(false)}"));
            lines.AddRange(Rows(snapshot, NetRouteClass.Class, store).Where(IsDefault).Select(row =>
                $"{store} {On(row, NetRouteClass.InterfaceIndex)} {row.Get(NetRouteClass.DestinationPrefix)} by {row.Get(NetRouteClass.NextHop)}"));
            lines.AddRange(Rows(snapshot, NetFirewallRuleClass.Class, store).Select(row =>
                $"{store} rule {row.Get(NetFirewallRuleClass.InstanceId)} {row.Get(NetFirewallRuleClass.Enabled)}"));
        }

        lines.AddRange(Rows(snapshot, NetAdapterClass.Class).Select(row =>
            $"adapter {row.Get(NetAdapterClass.Name)} {row.Get(NetAdapterClass.PnPDeviceID)} {row.Get(NetAdapterClass.InterfaceAdminStatus)}"));
        lines.AddRange(Rows(snapshot, NetAdapterBindingClass.Class).Select(row =>
            $"binding {row.Get(NetAdapterBindingClass.Name)} {row.Get(NetAdapterBindingClass.ComponentID)} {row.Get(NetAdapterBindingClass.Enabled)}"));
        lines.AddRange(Rows(snapshot, DnsClientClass.Class).Select(row =>
            $"dns {row.Get(DnsClientClass.InterfaceAlias)} {row.Get(DnsClientClass.RegisterThisConnectionsAddress)}"));
        lines.AddRange(Rows(snapshot, NetworkAdapterConfigurationClass.Class).Select(row =>
            $"netbios {On(row, NetworkAdapterConfigurationClass.InterfaceIndex)}"
            + $" {row.Get(NetworkAdapterConfigurationClass.TcpipNetbiosOptions).Or(NetBiosOptions.EnableNetbiosViaDhcp)}"));
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<CimRow> Rows(Snapshot snapshot, CimClass @class, CimStore store = CimStore.None)
    {
        CimReading reading = snapshot.Read(@class, store);
        return reading.Rows ?? throw new BrokenPromiseException($"{@class} could not be read: {reading.Failure}");
    }

    private static bool IsGiven(CimRow row) => !SpecialAddresses.IsAutomatic(row.Get(NetIPAddressClass.IPAddress).Value);

    private static bool IsDefault(CimRow row) => row.Get(NetRouteClass.DestinationPrefix).ToString().EndsWith("/0", StringComparison.Ordinal);

    private static string Interface(CimRow row, CimStore store)
    {
        Toggle automatic = row.Get(NetIPInterfaceClass.AutomaticMetric).Or(Toggle.Enabled);
        string metric = automatic == Toggle.Enabled ? "automatic" : row.Get(NetIPInterfaceClass.InterfaceMetric).ToString();
        string dhcp = store == CimStore.Active ? " dhcp " + row.Get(NetIPInterfaceClass.Dhcp) : string.Empty;
        return $"{row.Get(NetIPInterfaceClass.AddressFamily)} send {row.Get(NetIPInterfaceClass.WeakHostSend).Or(Toggle.Disabled)}"
            + $" receive {row.Get(NetIPInterfaceClass.WeakHostReceive).Or(Toggle.Disabled)} metric {metric}{dhcp}";
    }
}
