using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DsrReadiness.Snapshots.Netsh;

/// <summary>What stands at one place of a block. Only the value tells; the English label is known so that a text in which it stands elsewhere is refused.</summary>
/// <param name="Label">The label in English.</param>
/// <param name="Expected">What the value is, for messages.</param>
/// <param name="Fits">True if the value can stand there.</param>
/// <param name="IsOptional">True if an interface may end before it.</param>
internal sealed record NetshPlace(string Label, string Expected, Func<string, bool> Fits, bool IsOptional = false)
{
    public static readonly NetshPlace Luid = new("IfLuid", "a LUID such as ethernet_32769", IsLuid);
    public static readonly NetshPlace Index = new("IfIndex", "the index of an interface", value => IsNumber(value) && uint.Parse(value, CultureInfo.InvariantCulture) > 0);

    /// <summary>Some releases show it, between the index and the state.</summary>
    public static readonly NetshPlace Compartment = new("Compartment Id", "the number of a compartment", IsNumber);
    public static readonly NetshPlace State = new("State", "connected or disconnected", value => value is "connected" or "disconnected");
    public static readonly NetshPlace Metric = new("Metric", "a metric", IsNumber);
    public static readonly NetshPlace Mtu = new("Link MTU", "an MTU such as 1500 bytes", IsQuantity);
    public static readonly NetshPlace DadTransmits = new("DAD Transmits", "a number", IsNumber);
    public static readonly NetshPlace Forwarding = Toggle("Forwarding");
    public static readonly NetshPlace Advertising = Toggle("Advertising");
    public static readonly NetshPlace WeakHostSend = Toggle("Weak Host Sends");
    public static readonly NetshPlace WeakHostReceive = Toggle("Weak Host Receives");
    public static readonly NetshPlace AutomaticMetric = Toggle("Use Automatic Metric", isOptional: true);

    /// <summary>The places in their order, from the first on, without the compartment.</summary>
    public static IReadOnlyList<NetshPlace> All { get; } =
    [
        Luid,
        Index,
        State,
        Metric,
        Mtu,
        new("Reachable Time", "a time such as 30000 ms", IsQuantity),
        new("Base Reachable Time", "a time such as 30000 ms", IsQuantity),
        new("Retransmission Interval", "a time such as 1000 ms", IsQuantity),
        DadTransmits,
        new("Site Prefix Length", "a number", IsNumber),
        new("Site Id", "a number", IsNumber),
        Forwarding,
        Advertising,
        Toggle("Neighbor Discovery"),
        Toggle("Neighbor Unreachability Detection"),
        new("Router Discovery", "enabled, disabled or dhcp", value => IsToggle(value) || value == "dhcp"),
        Toggle("Managed Address Configuration"),
        Toggle("Other Stateful Configuration"),
        WeakHostSend,
        WeakHostReceive,
        AutomaticMetric,
        Toggle("Ignore Default Routes", isOptional: true),
    ];

    private static NetshPlace Toggle(string label, bool isOptional = false) => new(label, "enabled or disabled", IsToggle, isOptional);

    private static bool IsToggle(string value) => value is "enabled" or "disabled";

    private static bool IsNumber(string value) => IsDigits(value) && uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>A number and a unit, which is a word in the language of Windows.</summary>
    private static bool IsQuantity(string value)
    {
        int space = value.IndexOf(' ');
        return space > 0 && IsNumber(value.Substring(0, space)) && value.Substring(space).Trim() is { Length: > 0 } unit && !unit.Any(char.IsDigit);
    }

    private static bool IsLuid(string value)
    {
        int underscore = value.IndexOf('_');
        return underscore > 0
            && value.Take(underscore).All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            && value[0] is not (>= '0' and <= '9')
            && IsDigits(value.Substring(underscore + 1));
    }

    private static bool IsDigits(string value) => value.Length > 0 && value.All(c => c is >= '0' and <= '9') && (value == "0" || value[0] != '0');
}
