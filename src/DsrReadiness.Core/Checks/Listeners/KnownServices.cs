using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Checks.Listeners;

/// <summary>The Windows service that listens on a port by default, so that its name can be told where nothing does.</summary>
internal static class KnownServices
{
    private static readonly Dictionary<int, string> s_tcp = new()
    {
        [21] = "FTPSVC",
        [25] = "SMTPSVC",
        [53] = "DNS",
        [80] = "W3SVC",
        [88] = "Kdc",
        [139] = "LanmanServer",
        [389] = "NTDS",
        [443] = "W3SVC",
        [445] = "LanmanServer",
        [636] = "NTDS",
        [1433] = "MSSQLSERVER",
        [3268] = "NTDS",
        [3269] = "NTDS",
        [3389] = "TermService",
        [5985] = "WinRM",
        [5986] = "WinRM",
    };

    private static readonly Dictionary<int, string> s_udp = new()
    {
        [53] = "DNS",
        [67] = "DHCPServer",
        [69] = "WDSServer",
        [88] = "Kdc",
        [123] = "W32Time",
        [389] = "NTDS",
        [1645] = "IAS",
        [1646] = "IAS",
        [1812] = "IAS",
        [1813] = "IAS",
        [3389] = "TermService",
    };

    public static IEnumerable<string> Names => s_tcp.Values.Concat(s_udp.Values).Distinct();

    /// <summary>The service of the server that should have the port; null if none is known, or the server does not have it.</summary>
    public static WindowsService? For(Snapshot snapshot, TransportProtocol protocol, int port) =>
        (protocol == TransportProtocol.Tcp ? s_tcp : s_udp).TryGetValue(port, out string? name)
            ? snapshot.WindowsServices.Rows?.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase))
            : null;

    /// <summary>What is so of the service, with a blank before it.</summary>
    public static string Describe(WindowsService service) => !service.State.HasValue ? string.Empty
        : IsRunning(service) ? $" The service {Canonical(service)} runs, and has no such socket."
        : $" The service {Canonical(service)} is {service.State}{(service.StartMode.HasValue ? $" (StartMode {service.StartMode})" : string.Empty)}.";

    /// <summary>The commands that start it; none if it runs.</summary>
    public static IEnumerable<string> Commands(WindowsService service) => !service.State.HasValue || IsRunning(service)
        ? []
        : ServiceCommands.Start(Canonical(service), Is(service.StartMode.Or(string.Empty), "Manual") || Is(service.StartMode.Or(string.Empty), "Disabled"));

    private static bool IsRunning(WindowsService service) => Is(service.State.Or(string.Empty), "Running");

    /// <summary>The name as it stands here, and not as it came from a server: it goes into a command.</summary>
    private static string Canonical(WindowsService service) => Names.First(name => Is(name, service.Name));

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
