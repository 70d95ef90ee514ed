using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;
using DsrReadiness.Addresses;
using DsrReadiness.Arp;
using DsrReadiness.Json;

namespace DsrReadiness.Network.Linux;

/// <summary>A rule that looks up another table.</summary>
/// <param name="Table">The table's number; null for one with a name.</param>
/// <param name="Destination">Whom it is for; null for all.</param>
internal sealed record IpRule(uint? Table, IPAddress? Destination);

/// <summary>A route.</summary>
/// <param name="Type">What becomes of packets, such as <c>local</c>; null for the usual.</param>
/// <param name="Table">The table's number; null for one with a name, or none.</param>
/// <param name="Gateway">The next hop; null on a segment.</param>
/// <param name="Device">The interface; null if there is none.</param>
/// <param name="Protocol">Who made it, as text.</param>
internal sealed record IpRoute(string? Type, uint? Table, IPAddress? Gateway, string? Device, string? Protocol);

/// <summary>An entry of the neighbour table.</summary>
/// <param name="LinkLayerAddress">The MAC address; null where nobody answered.</param>
/// <param name="States">The states, as text.</param>
internal sealed record IpNeighbor(string? LinkLayerAddress, IReadOnlyList<string> States);

/// <summary>Reads what <c>ip -j</c> writes: an array of objects, some of them empty, and nothing at all where older releases have nothing to show.</summary>
internal static class IpJson
{
    /// <exception cref="JsonFormatException">It is no JSON.</exception>
    public static IReadOnlyList<ProbeAddress> Addresses(string text) =>
    [
        .. from device in Objects(text)
           where Text(device, "ifname") is not null && Flags(device, "flags").Contains("UP")
           from each in (Member(device, "addr_info") as object?[] ?? []).OfType<Dictionary<string, object?>>()
           let address = Address(each, "local")
           where address is not null
           select new ProbeAddress((uint)(Number(device, "ifindex") ?? 0), Text(device, "ifname")!, address, (int)(Number(each, "prefixlen") ?? address.Family().Bits())),
    ];

    /// <exception cref="JsonFormatException">It is no JSON.</exception>
    public static IReadOnlyList<IpRule> Rules(string text) => [.. Objects(text).Select(each => new IpRule(TableNumber(each), Address(each, "dst")))];

    /// <exception cref="JsonFormatException">It is no JSON.</exception>
    public static IReadOnlyList<IpRoute> Routes(string text) =>
        [.. Objects(text).Select(each => new IpRoute(Text(each, "type"), TableNumber(each), Address(each, "gateway"), Text(each, "dev"), Text(each, "protocol")))];

    /// <exception cref="JsonFormatException">It is no JSON.</exception>
    public static IpNeighbor? Neighbor(string text) => Objects(text).Select(each => new IpNeighbor(Text(each, "lladdr"), Flags(each, "state"))).FirstOrDefault();

    private static IEnumerable<Dictionary<string, object?>> Objects(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return (JsonTree.Read(bytes, 0, bytes.Length) as object?[] ?? []).OfType<Dictionary<string, object?>>().Where(each => each.Count > 0);
    }

    private static object? Member(Dictionary<string, object?> from, string name) => from.TryGetValue(name, out object? value) ? value : null;

    private static string? Text(Dictionary<string, object?> from, string name) => Member(from, name) as string;

    private static long? Number(Dictionary<string, object?> from, string name) => Member(from, name) is { } value and (long or int or ulong) ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;

    private static string[] Flags(Dictionary<string, object?> from, string name) => [.. (Member(from, name) as object?[] ?? []).OfType<string>()];

    private static IPAddress? Address(Dictionary<string, object?> from, string name) => Text(from, name) is { } text && AddressText.TryParse(text, out IPAddress? address) ? address : null;

    /// <summary>A number is written as text, as names are.</summary>
    private static uint? TableNumber(Dictionary<string, object?> from) =>
        uint.TryParse(Text(from, "table"), NumberStyles.None, CultureInfo.InvariantCulture, out uint table) ? table : null;
}
