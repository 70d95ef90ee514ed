using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DsrReadiness.Connections;

namespace DsrReadiness.Network.Linux;

/// <summary>
/// What is told to iproute2's <c>ip</c>, as arguments and as lines of a batch. Ours is what has the mark: a rule that leads packets with it, and no others, to the table of one process.
/// So nothing else of the computer is diverted, and what a killed run leaves is harmless.
/// </summary>
internal static class IpCommand
{
    /// <summary>The mark of our packets, and the first of our tables: the process' number is added. None of the bits that Kubernetes and VPNs use.</summary>
    public const uint Mark = 0x44000000;

    private const uint MostProcesses = 1 << 22;
    private const string Protocol = "213"; // who made it, as the kernel stores it: a number that nobody has
    private const string Priority = "90"; // before what VPNs and others add, behind the own addresses

    public static uint TableOf(int process) => Mark + (uint)process;

    /// <summary>The process whose table it is; null if it is none of ours.</summary>
    public static int? ProcessOf(uint table) => table is > Mark and <= Mark + MostProcesses ? (int)(table - Mark) : null;

    public static string[] Addresses() => ["-j", "address", "show"];

    public static string[] Rules(bool isIPv6) => [Family(isIPv6), "-j", "rule", "show"];

    /// <summary>The routes for one address alone, in all tables.</summary>
    public static string[] RoutesTo(IPAddress address) => [Family(IsIPv6(address)), "-j", "route", "show", "table", "all", "exact", Host(address)];

    /// <summary>The way that a packet with the mark would take.</summary>
    public static string[] WayTo(IPAddress address) => [Family(IsIPv6(address)), "-j", "route", "get", address.ToString(), "mark", Number(Mark)];

    public static string[] Neighbor(IPAddress address, string device) => [Family(IsIPv6(address)), "-j", "neighbor", "show", "to", address.ToString(), "dev", device];

    public static string[] Forget(IPAddress address, string device) => [Family(IsIPv6(address)), "neighbor", "delete", address.ToString(), "dev", device];

    /// <summary>Carries out lines from standard input; goes on behind a line that fails, and tells by the exit status.</summary>
    public static string[] Batch(bool isIPv6) => [Family(isIPv6), "-force", "-batch", "-"];

    /// <summary>The route first: a rule that leads to an empty table diverts nobody, but is not needed.</summary>
    public static IEnumerable<string> Lease(RouteLease lease, uint table) =>
    [
        $"route add {Host(lease.VirtualIPAddress)} via {lease.Server} dev {lease.Interface} table {Number(table)} protocol {Protocol}",
        "rule add " + Rule(lease.VirtualIPAddress, table),
    ];

    public static IEnumerable<string> GiveBack(IPAddress vip, uint table) =>
    [
        "rule delete " + Rule(vip, table),
        $"route delete {Host(vip)} table {Number(table)} protocol {Protocol}",
    ];

    public static bool IsIPv6(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6;

    private static string Rule(IPAddress vip, uint table) => $"to {Host(vip)} fwmark {Number(Mark)} lookup {Number(table)} priority {Priority} protocol {Protocol}";

    private static string Family(bool isIPv6) => isIPv6 ? "-6" : "-4";

    private static string Host(IPAddress address) => address + (IsIPv6(address) ? "/128" : "/32");

    private static string Number(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
