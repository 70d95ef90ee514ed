using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Paths;

/// <summary>Draws differences, ordinary and absurd.</summary>
internal static class RandomTwist
{
    private const uint OtherNic = 9;
    private const uint OtherKmTest = 13;
    private static readonly object?[] s_indexes = [1L, 7L, 9L, 12L, 13L];

    private static readonly string[] s_prefixes =
    [
        "0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "192.168.0.0/16", "192.168.11.0/24", "192.168.11.0/25", "192.168.11.1/32", "192.168.11.5/32", "192.168.11.50/32",
        "203.0.113.0/24", "203.0.113.76/31", "203.0.113.77/32", "127.0.0.0/8", "224.0.0.0/4",
        "::/0", "2001:db8::/32", "2001:db8:11::/64", "2001:db8:77::/64", "2001:db8:77::77/128", "2001:db8:11::50/128", "fe80::/64",
    ];

    private static readonly string[] s_hops4 = ["0.0.0.0", Server.Gateway, Server.Balancer, "192.168.11.6", Server.Vip, Server.Dip];
    private static readonly string[] s_hops6 = ["::", Server.Gateway6, "2001:db8:11::1", "2001:db8:11::5"];
    private static readonly string[] s_addresses = [Server.Vip, Server.Vip, Server.Vip6, Server.Dip, "192.168.11.12", "10.1.2.3", "192.168.12.9", "2001:db8:11::12", "169.254.7.7", "127.0.0.1"];
    private static readonly object?[] s_lengths = [0L, 8L, 24L, 25L, 32L, 64L, 128L, 200L, null];

    private static readonly (CimProperty Property, CimStore Store, object?[] Values)[] s_cells =
    [
        (NetIPInterfaceClass.WeakHostReceive, CimStore.Active, [0L, 1L, null, 7L]),
        (NetIPInterfaceClass.WeakHostSend, CimStore.Active, [0L, 1L, null]),
        (NetIPInterfaceClass.WeakHostReceive, CimStore.Persistent, [0L, 1L, null]),
        (NetIPInterfaceClass.WeakHostSend, CimStore.Persistent, [0L, 1L, null]),
        (NetIPInterfaceClass.Forwarding, CimStore.Active, [0L, 1L]),
        (NetIPInterfaceClass.InterfaceMetric, CimStore.Active, [1L, 25L, 9999L, null]),
        (NetIPInterfaceClass.ConnectionState, CimStore.Active, [0L, 1L, null]),
        (NetIPInterfaceClass.InterfaceIndex, CimStore.Active, s_indexes),
        (NetIPInterfaceClass.AddressFamily, CimStore.Active, [2L, 23L]),
        (NetIPAddressClass.InterfaceIndex, CimStore.Active, s_indexes),
        (NetIPAddressClass.InterfaceIndex, CimStore.Persistent, s_indexes),
        (NetIPAddressClass.IPAddress, CimStore.Active, [.. s_addresses]),
        (NetIPAddressClass.PrefixLength, CimStore.Active, s_lengths),
        (NetIPAddressClass.AddressState, CimStore.Active, [0L, 1L, 2L, 3L, 4L, null]),
        (NetIPAddressClass.SkipAsSource, CimStore.Active, [true, false, null]),
        (NetRouteClass.InterfaceIndex, CimStore.Active, s_indexes),
        (NetRouteClass.NextHop, CimStore.Active, [.. s_hops4, Server.Gateway6, "::", null]),
        (NetRouteClass.DestinationPrefix, CimStore.Active, [.. s_prefixes]),
        (NetRouteClass.RouteMetric, CimStore.Active, [0L, 1L, 256L, 9999L, null]),
        (NetAdapterClass.ComponentID, CimStore.None, ["*msloop", "*MSLOOP", "pci\\ven_8086", null, string.Empty]),
        (NetAdapterClass.PnPDeviceID, CimStore.None, [@"ROOT\NET\0000", "nowhere", null]),
        (NetAdapterClass.State, CimStore.None, [2L, 3L]),
        (NetAdapterClass.InterfaceAdminStatus, CimStore.None, [1L, 2L, null]),
        (NetAdapterClass.InterfaceOperationalStatus, CimStore.None, [1L, 2L, 6L, null]),
        (NetAdapterClass.Name, CimStore.None, ["Ethernet", "Loopback", "7", "", null]),
        (PnPEntityClass.HardwareID, CimStore.None, [List("*msloop"), List("pci\\ven_8086"), null]),
        (NetConnectionProfileClass.NetworkCategory, CimStore.None, [0L, 1L, 2L, null, 9L]),
        (NetConnectionProfileClass.InterfaceIndex, CimStore.None, s_indexes),
        (DnsClientServerAddressClass.ServerAddresses, CimStore.None, [List("192.168.11.53", "10.9.9.9"), List("2001:db8:11::53"), List(), null]),
        (NetUdpEndpointClass.LocalAddress, CimStore.None, ["0.0.0.0", "::", Server.Vip, Server.Vip6, Server.Dip]),
        (NetUdpEndpointClass.OwningProcess, CimStore.None, [4L, 99L, null]),
        (RegistryValueClass.Data, CimStore.None, [List("0.0.0.0:443"), List("[::]:443"), List(Server.Vip + ":443"), List(Server.Dip + ":443", "[2001:db8:11::50]:443"), List("www.example.com:443"), List("443"), List("x"), List(), null]),
        (NetTcpConnectionClass.LocalAddress, CimStore.None, ["0.0.0.0", "::", Server.Vip, Server.Vip6, Server.Dip, "127.0.0.1", "::ffff:192.168.11.50"]),
        (NetTcpConnectionClass.LocalPort, CimStore.None, [443L, 444L, 80L]),
        (NetTcpConnectionClass.State, CimStore.None, [2L, 5L, null]),
        (NetTcpConnectionClass.OwningProcess, CimStore.None, [4L, 99L, 700L, 700L, null]),
        (SiteBindingClass.Address, CimStore.None, ["*", "0.0.0.0", "::", Server.Vip, Server.Vip6, Server.Dip, "?"]),
        (SiteBindingClass.Port, CimStore.None, [443L, 444L, 80L]),
        (ProcessClass.ProcessId, CimStore.None, [4L, 99L, 700L]),
        (ProcessClass.ExecutablePath, CimStore.None, [@"C:\x.exe", @"C:\WINDOWS\system32\svchost.exe", @"C:\PROGRA~1\x.exe", string.Empty, null]),
        (ServiceClass.ProcessId, CimStore.None, [0L, 4L, 99L, 700L, null]),
        (ServiceClass.PathName, CimStore.None, [@"""C:\x.exe"" -k x", @"%SystemRoot%\System32\svchost.exe -k x", "x", null]),
        (RegistryValueClass.Data, CimStore.None, [List("0"), List("1"), List("x"), null]),
        (NetworkAdapterConfigurationClass.DHCPServer, CimStore.None, ["203.0.113.77", "192.168.11.10", "?", string.Empty, null]),
        (NetworkAdapterConfigurationClass.WINSPrimaryServer, CimStore.None, ["203.0.113.77", "?", null]),
        (NetworkAdapterConfigurationClass.WINSSecondaryServer, CimStore.None, ["203.0.113.76", null]),
        (ComputerSystemClass.Manufacturer, CimStore.None, ["Google", "VMware, Inc.", null]),
        (ServiceClass.Name, CimStore.None, ["GCEAgent", "WindowsAzureGuestAgent", "App"]),
        (OperatingSystemClass.WindowsDirectory, CimStore.None, [@"C:\Windows", @"D:\WINNT\", "x", null]),
        (OperatingSystemClass.Version, CimStore.None, ["5.2.3790", "6.0.6003", "5.2.3790", "?", null]),
    ];

    /// <summary>Draws a difference of a server of this form.</summary>
    public static Twist Draw(Dice dice, Draft.Form form) => dice.Below(20) switch
    {
        < 6 => DrawCell(dice, form, s_cells),
        < 10 => DrawCell(dice, form, RandomRule.Cells),
        10 => dice.Once(3) ? RandomRule.DrawSecurity(dice, Name("Isolation ", dice)) : RandomRule.Draw(dice, Name("Rule ", dice)),
        < 13 => Route(dice),
        < 15 => Address(dice),
        15 => Neighbor(dice),
        16 => Socket(dice),
        17 => Adapter(dice),
        18 => OfAnyReading(dice, form, (@class, store, row) => new Twist.NoRow(@class, store, row)),
        _ => OfAnyReading(dice, form, (@class, store, _) => dice.Once(3) ? new Twist.NoReading(@class, store) : DrawCell(dice, form, s_cells)),
    };

    public static Twist DrawCell(Dice dice, Draft.Form form, (CimProperty Property, CimStore Store, object?[] Values)[] cells)
    {
        (CimProperty property, CimStore store, object?[] values) = dice.Of(cells);
        CimClass @class = CimClasses.Find(property.ClassName)!;
        return new Twist.Cell(@class, store, dice.Once(4) ? null : dice.Below(Math.Max(1, form.Count(@class, store))), property, dice.Of(values));
    }

    private static string Name(string kind, Dice dice) => kind + dice.Below(100).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static object?[] List(params string[] texts) => [.. texts];

    private static Twist OfAnyReading(Dice dice, Draft.Form form, Func<CimClass, CimStore, int, Twist> make)
    {
        CimReading reading = dice.Of(form.Readings);
        return make(reading.Class, reading.Store, dice.Below(Math.Max(1, form.Count(reading.Class, reading.Store))));
    }

    private static Twist.MoreRows Route(Dice dice)
    {
        string prefix = dice.Of(s_prefixes);
        bool isIPv6 = prefix.Contains(':', StringComparison.Ordinal);
        return Twist.MoreRows.Of((NetRouteClass.Class, CimStore.Active,
        [
            (NetRouteClass.InterfaceIndex, dice.Of(s_indexes)),
            (NetRouteClass.AddressFamily, isIPv6 ? IPFamily.IPv6 : IPFamily.IPv4),
            (NetRouteClass.DestinationPrefix, prefix),
            (NetRouteClass.NextHop, dice.Mostly(isIPv6 ? "::" : "0.0.0.0", isIPv6 ? s_hops6 : s_hops4)),
            (NetRouteClass.RouteMetric, dice.Of(new object?[] { 0L, 256L, 300L, null })),
        ]));
    }

    private static Twist.MoreRows Neighbor(Dice dice) => Twist.MoreRows.Of([.. new[] { Server.Gateway, Server.Balancer, "192.168.11.6", Server.Gateway6 }.Where(_ => dice.Once(2)).Append("192.168.11.9")
        .Select(address => (NetNeighborClass.Class, CimStore.Active, new (CimProperty, object?)[]
        {
            (NetNeighborClass.InterfaceIndex, (object?)7L),
            (NetNeighborClass.IPAddress, address),
            (NetNeighborClass.LinkLayerAddress, dice.Of(new[] { "00-50-56-00-00-01", "005056000001", "00-50-56-00-00-02", "00-00-00-00-00-00" })),
            (NetNeighborClass.State, dice.Mostly(5L, new object?[] { 0L, 1L, 4L, null })),
        }))]);

    private static Twist.MoreRows Address(Dice dice)
    {
        string address = dice.Of(s_addresses);
        bool isIPv6 = address.Contains(':', StringComparison.Ordinal);
        (CimProperty, object?)[] values =
        [
            (NetIPAddressClass.InterfaceIndex, dice.Of(s_indexes)),
            (NetIPAddressClass.AddressFamily, isIPv6 ? IPFamily.IPv6 : IPFamily.IPv4),
            (NetIPAddressClass.IPAddress, address),
            (NetIPAddressClass.PrefixLength, dice.Mostly(isIPv6 ? 128L : 32L, s_lengths)),
            (NetIPAddressClass.AddressState, dice.Mostly(4L, new object?[] { 0L, 1L, 2L, 3L, null })),
            (NetIPAddressClass.SkipAsSource, dice.Of(new object?[] { true, false, false, null })),
        ];
        CimStore[] stores = dice.Below(4) switch { 0 => [CimStore.Active], 1 => [CimStore.Persistent], _ => [CimStore.Active, CimStore.Persistent] };
        return Twist.MoreRows.Of([.. stores.Select(store => (NetIPAddressClass.Class, store, values))]);
    }

    private static Twist.MoreRows Socket(Dice dice)
    {
        string address = dice.Of(new[] { "0.0.0.0", "::", Server.Vip, Server.Vip6, Server.Dip, "::ffff:192.168.11.50" });
        object? port = dice.Of(new object?[] { 443L, 444L, 445L, 53L });
        return dice.Once(2)
            ? Twist.MoreRows.Of((NetUdpEndpointClass.Class, CimStore.None, [(NetUdpEndpointClass.LocalAddress, address), (NetUdpEndpointClass.LocalPort, port), (NetUdpEndpointClass.OwningProcess, 99)]))
            : Twist.MoreRows.Of((NetTcpConnectionClass.Class, CimStore.None,
            [
                (NetTcpConnectionClass.LocalAddress, address),
                (NetTcpConnectionClass.LocalPort, port),
                (NetTcpConnectionClass.State, dice.Mostly(2L, new object?[] { 5L, null })),
                (NetTcpConnectionClass.OwningProcess, dice.Of(new object?[] { 4L, 99L })),
            ]));
    }

    /// <summary>Another NIC or another KM-TEST adapter, with rows of IP.</summary>
    private static Twist.MoreRows Adapter(Dice dice)
    {
        uint index = dice.Once(2) ? OtherNic : OtherKmTest;
        List<(CimClass, CimStore, (CimProperty, object?)[])> rows =
        [
            (NetAdapterClass.Class, CimStore.None,
            [
                (NetAdapterClass.InterfaceIndex, index),
                (NetAdapterClass.Name, dice.Mostly("Other", ["Ethernet", "Loopback"])),
                (NetAdapterClass.ComponentID, index == OtherNic ? "pci\\ven_8086" : "*msloop"),
                (NetAdapterClass.State, dice.Mostly(2L, new object?[] { 3L })),
                (NetAdapterClass.InterfaceAdminStatus, 1L),
                (NetAdapterClass.InterfaceOperationalStatus, dice.Mostly(1L, new object?[] { 2L })),
            ]),
        ];
        foreach (IPFamily family in new[] { IPFamily.IPv4, IPFamily.IPv6 })
        {
            rows.Add((NetIPInterfaceClass.Class, CimStore.Active,
            [
                (NetIPInterfaceClass.InterfaceIndex, index),
                (NetIPInterfaceClass.AddressFamily, family),
                (NetIPInterfaceClass.InterfaceMetric, 25L),
                (NetIPInterfaceClass.WeakHostReceive, (long)dice.Below(2)),
                (NetIPInterfaceClass.WeakHostSend, (long)dice.Below(2)),
                (NetIPInterfaceClass.ConnectionState, dice.Mostly(1L, new object?[] { 0L })),
            ]));
        }

        return Twist.MoreRows.Of([.. rows]);
    }
}
