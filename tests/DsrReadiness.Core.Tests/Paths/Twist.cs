using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Contracts;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Paths;

/// <summary>
/// One difference from the ready server: a cell with another value, a row less, a row moved to another interface, a column with one value in every row, or a reading that
/// failed.
/// </summary>
internal sealed record Twist(CimClass Class, CimStore Store, int Row, CimProperty? Property, object? Value)
{
    private const int NoRow = -1;
    private const int EveryRow = -2;

    private static readonly (CimProperty Property, CimStore Store, object?[] Values)[] s_cells =
    [
        (NetIPInterfaceClass.WeakHostReceive, CimStore.Active, [0L, 1L, null, 7L]),
        (NetIPInterfaceClass.WeakHostSend, CimStore.Active, [0L, 1L, null]),
        (NetIPInterfaceClass.WeakHostReceive, CimStore.Persistent, [0L, 1L, null]),
        (NetIPInterfaceClass.WeakHostSend, CimStore.Persistent, [0L, 1L, null]),
        (NetIPInterfaceClass.Forwarding, CimStore.Active, [0L, 1L]),
        (NetIPInterfaceClass.InterfaceMetric, CimStore.Active, [1L, 25L, 9999L, null]),
        (NetIPInterfaceClass.ConnectionState, CimStore.Active, [0L, 1L, null]),
        (NetIPAddressClass.InterfaceIndex, CimStore.Active, [1L, 7L, 12L]),
        (NetIPAddressClass.InterfaceIndex, CimStore.Persistent, [1L, 7L, 12L]),
        (NetIPAddressClass.PrefixLength, CimStore.Active, [0L, 8L, 24L, 32L, 64L, 128L, 200L, null]),
        (NetIPAddressClass.AddressState, CimStore.Active, [0L, 1L, 2L, 3L, 4L, null]),
        (NetIPAddressClass.SkipAsSource, CimStore.Active, [true, false, null]),
        (NetRouteClass.InterfaceIndex, CimStore.Active, [1L, 7L, 12L]),
        (NetRouteClass.NextHop, CimStore.Active, [Server.Balancer, Server.Gateway, "0.0.0.0", null]),
        (NetRouteClass.DestinationPrefix, CimStore.Active, ["0.0.0.0/0", "192.168.11.0/24", "203.0.113.0/24", "::/0"]),
        (NetRouteClass.RouteMetric, CimStore.Active, [0L, 1L, 256L, 9999L, null]),
        (NetAdapterClass.ComponentID, CimStore.None, ["*msloop", "pci\\ven_8086", null, string.Empty]),
        (NetAdapterClass.State, CimStore.None, [2L, 3L]),
        (NetAdapterClass.InterfaceAdminStatus, CimStore.None, [1L, 2L, null]),
        (NetAdapterClass.InterfaceOperationalStatus, CimStore.None, [1L, 2L, 6L, null]),
        (NetConnectionProfileClass.NetworkCategory, CimStore.None, [0L, 1L, 2L, null]),
        (NetFirewallProfileClass.Enabled, CimStore.Active, [0L, 1L, 2L, null]),
        (NetFirewallProfileClass.DefaultInboundAction, CimStore.Active, [2L, 4L, 0L, null]),
        (NetFirewallProfileClass.AllowInboundRules, CimStore.Active, [0L, 1L, 2L, null]),
        (NetFirewallRuleClass.Enabled, CimStore.Active, [1L, 2L, null]),
        (NetFirewallRuleClass.Direction, CimStore.Active, [1L, 2L]),
        (NetFirewallRuleClass.Action, CimStore.Active, [2L, 3L, 4L, null]),
        (NetFirewallRuleClass.Profiles, CimStore.Active, [0L, 1L, 2L, 4L, null]),
        (NetAddressFilterClass.LocalAddress, CimStore.Active, [List("Any"), List(Server.Dip), List("192.168.11.0/255.255.255.0"), List("192.168.11.40-192.168.11.49"), List("LocalSubnet"), List("?")]),
        (NetAddressFilterClass.RemoteAddress, CimStore.Active, [List("Any"), List("10.0.0.0/8"), List("LocalSubnet"), List("0.0.0.0-255.255.255.255"), List("nowhere!")]),
        (NetProtocolPortFilterClass.Protocol, CimStore.Active, ["TCP", "UDP", "6", "Any", "17", "ICMPv4", "?", null]),
        (NetProtocolPortFilterClass.LocalPort, CimStore.Active, [List("443"), List("444"), List("1-442"), List("442-444", "80"), List("Any"), List("RPC"), List("x!"), List("-1")]),
        (NetProtocolPortFilterClass.RemotePort, CimStore.Active, [List("Any"), List("1024-65535"), List("1-65535")]),
        (NetInterfaceFilterClass.InterfaceAlias, CimStore.Active, [List("Any"), List("Ethernet"), List("Loopback"), List("Eth*")]),
        (NetInterfaceTypeFilterClass.InterfaceType, CimStore.Active, [0L, 1L, 2L, 8L, 16L, null]),
        (NetSecurityFilterClass.Authentication, CimStore.Active, [0L, 1L, 2L, null]),
        (NetSecurityFilterClass.OverrideBlockRules, CimStore.Active, [true, false, null]),
        (NetSecurityFilterClass.RemoteUsers, CimStore.Active, ["O:LSD:(A;;CC;;;BA)", null]),
        (NetApplicationFilterClass.AppPath, CimStore.Active, ["System", "C:\\x.exe", null]),
        (NetServiceFilterClass.ServiceName, CimStore.Active, ["W3SVC", "Any", null]),
        (NetTcpConnectionClass.LocalAddress, CimStore.None, ["0.0.0.0", "::", Server.Vip, Server.Dip, "127.0.0.1", "::ffff:192.168.11.50"]),
        (NetTcpConnectionClass.LocalPort, CimStore.None, [443L, 80L, 444L]),
        (NetTcpConnectionClass.State, CimStore.None, [2L, 5L, null]),
        (OperatingSystemClass.Version, CimStore.None, ["10.0.17763", "6.0.6003", "5.2.3790", "?", null]),
    ];

    /// <summary>Draws a difference of a server of this form.</summary>
    public static Twist Draw(Random random, Server form)
    {
        (CimProperty property, CimStore store, object?[] values) = s_cells[random.Next(s_cells.Length)];
        CimClass @class = form.Readings().First(each => each.Class.Name == property.ClassName).Class;
        int row = random.Next(Math.Max(1, form.Rows(@class, store).Count));
        return random.Next(20) switch
        {
            0 => new Twist(@class, store, row, null, null),
            1 => new Twist(@class, store, NoRow, null, null),
            < 6 => new Twist(@class, store, EveryRow, property, values[random.Next(values.Length)]),
            _ => new Twist(@class, store, row, property, values[random.Next(values.Length)]),
        };
    }

    public void ApplyTo(Server server)
    {
        List<Dictionary<CimProperty, object?>> rows = server.Rows(Class, Store);
        if (Row == NoRow)
            server.Fail(Class, Store, FailureKind.AccessDenied);
        else if (Row == EveryRow)
            rows.ForEach(row => row[Property!] = Value);
        else if (Row < rows.Count && Property is null)
            rows.RemoveAt(Row);
        else if (Row < rows.Count)
            rows[Row][Property!] = Value;
    }

    public override string ToString()
    {
        string which = Row == EveryRow ? "every row" : string.Create(CultureInfo.InvariantCulture, $"row {Row}");
        string what = Row == NoRow ? "cannot be read"
            : Property is null ? which + " is not there"
            : which + ": " + Property.Name + " = " + (Value is object?[] list ? string.Join(", ", list) : Value ?? "NULL");
        return $"{Class.Name} ({Store}) {what}";
    }

    private static object?[] List(params string[] texts) => [.. texts];
}
