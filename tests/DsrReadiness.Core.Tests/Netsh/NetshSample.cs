using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DsrReadiness.Tests.Netsh;

/// <summary>Texts in the form of captured ones: English with the lines of each release, and with other labels in their place.</summary>
internal static class NetshSample
{
    private static readonly string[] s_english =
    [
        "IfLuid", "IfIndex", "Compartment Id", "State", "Metric", "Link MTU", "Reachable Time", "Base Reachable Time", "Retransmission Interval", "DAD Transmits", "Site Prefix Length",
        "Site Id", "Forwarding", "Advertising", "Neighbor Discovery", "Neighbor Unreachability Detection", "Router Discovery", "Managed Address Configuration", "Other Stateful Configuration",
        "Weak Host Sends", "Weak Host Receives", "Use Automatic Metric", "Ignore Default Routes", "Advertised Router Lifetime", "Advertise Default Route", "Current Hop Limit",
        "Force ARPND Wake up patterns", "Directed MAC Wake up patterns", "ECN capability", "RA Based DNS Config (RFC 6106)", "DHCP/Static IP coexistence",
    ];

    /// <summary>The interfaces of one server, one of which is set up for Direct Server Return.</summary>
    public static IReadOnlyList<Shown> Interfaces { get; } =
    [
        new("Loopback Pseudo-Interface 1", "loopback_0", 1, 75, 4294967295, 0, false, false),
        new("net", "ethernet_32769", 11, 25, 1500, 3, false, true),
        new("Local Area Connection 2", "ethernet_32770", 14, 254, 1500, 3, true, true),
        new("isatap.{3A}", "tunnel_4", 13, 50, 1280, 0, false, false),
    ];

    /// <summary>The lines of the text.</summary>
    /// <param name="label">The label of a line in the language of Windows, of the English one.</param>
    /// <param name="title">The title of an interface.</param>
    /// <param name="lines">How many lines each interface has, the compartment counted.</param>
    /// <param name="hasCompartment">True where the release shows it.</param>
    /// <param name="unit">The unit of an MTU.</param>
    public static string[] Lines(Func<string, string>? label = null, Func<string, string>? title = null, int lines = 31, bool hasCompartment = false, string unit = "bytes")
    {
        label ??= each => each;
        title ??= each => $"Interface {each} Parameters";
        return Interfaces.SelectMany((each, at) => new[] { string.Empty, title(each.Alias), new string('-', 46) }
            .Concat(s_english.Zip(Values(each, at, unit), (name, value) => (name, value)).Take(lines)
                .Where(pair => hasCompartment || pair.name != "Compartment Id")
                .Select(pair => label(pair.name).PadRight(35) + ": " + pair.value)))
            .Append(string.Empty).ToArray();
    }

    public static string Text(params string[] lines) => string.Join("\r\n", lines);

    private static string[] Values(Shown of, int at, string unit)
    {
        string Word(bool on) => on ? "enabled" : "disabled";
        string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
        return
        [
            of.Luid, Number(of.Index), "1", "connected", Number(of.Metric), $"{of.Mtu} {unit}", $"{15000 + (500 * at)} ms", "30000 ms", "1000 ms", Number(of.Dad), "64", "1",
            "disabled", "disabled", "enabled", "enabled", "dhcp", "enabled", "enabled", Word(of.Sends), Word(of.Receives), Word(of.Metric != 254), "disabled",
            "1800 seconds", "disabled", "0", "disabled", "disabled", "application", "disabled", "disabled",
        ];
    }

    /// <summary>What the text shows of an interface.</summary>
    internal sealed record Shown(string Alias, string Luid, uint Index, uint Metric, uint Mtu, uint Dad, bool Sends, bool Receives);
}
