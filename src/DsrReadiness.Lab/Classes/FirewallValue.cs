using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>The texts of firewall conditions: which are possible, and how Windows writes them back.</summary>
internal static class FirewallValue
{
    private static readonly HashSet<string> s_addressKeywords = new(StringComparer.OrdinalIgnoreCase)
    {
        "LocalSubnet", "DNS", "DHCP", "WINS", "DefaultGateway", "Internet", "Intranet", "IntranetRemoteAccess", "PlayToDevice",
    };

    private static readonly HashSet<string> s_portKeywords =
        new(StringComparer.OrdinalIgnoreCase) { "RPC", "RPCEPMap", "IPHTTPSIn", "IPHTTPSOut", "PlayToDiscovery", "Teredo" };

    private static readonly Dictionary<string, string> s_protocols = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TCP"] = "TCP",
        ["6"] = "TCP",
        ["UDP"] = "UDP",
        ["17"] = "UDP",
        ["ICMPv4"] = "ICMPv4",
        ["1"] = "ICMPv4",
        ["ICMPv6"] = "ICMPv6",
        ["58"] = "ICMPv6",
        [FirewallRule.Any] = FirewallRule.Any,
    };

    private static AddressBits Ones32 => AddressBits.HostMask(IPFamily.IPv4, 0);

    public static string[] Texts(object raw) => ((object?[])raw).Select(item => (string)item!).ToArray();

    /// <summary>No condition and the word Any are the same.</summary>
    public static string[] OrAny(string[] texts) => texts.Length == 0 ? [FirewallRule.Any] : texts;

    public static bool IsAny(string[] texts) => texts.Length == 1 && IsAny(texts[0]);

    public static bool AreAddresses(object raw, bool isRemote) => AreAll(raw, text => IsAddress(text) || (isRemote && s_addressKeywords.Contains(text)));

    public static bool ArePorts(object raw) => AreAll(raw, text => IsPorts(text) || s_portKeywords.Contains(text));

    public static bool AreIcmpTypes(object raw) => AreAll(raw, text => text.Split(':').Length <= 2 && text.Split(':').All(IsByte));

    public static bool IsProtocol(object raw) => s_protocols.ContainsKey((string)raw) || IsByte((string)raw);

    public static string Protocol(object raw) => s_protocols.TryGetValue((string)raw, out string? name) ? name : (string)raw;

    /// <summary>An IPv4 prefix comes back with its mask, and a prefix that is one host as that host.</summary>
    public static string[] Addresses(object raw) => OrAny(Texts(raw)).Select(WriteBack).ToArray();

    private static string WriteBack(string text)
    {
        if (text.IndexOf('/') < 0 || !IPPrefix.TryParse(text, out IPPrefix? prefix))
            return text;
        if (prefix.IsHost)
            return prefix.Network.ToString();
        return prefix.Family == IPFamily.IPv6
            ? prefix.ToString()
            : prefix.Network + "/" + AddressBits.HostMask(IPFamily.IPv4, prefix.Length).Not().And(Ones32).ToAddress(IPFamily.IPv4);
    }

    private static bool AreAll(object raw, Func<string, bool> isOne)
    {
        string[] texts = Texts(raw);
        return IsAny(texts) || texts.All(isOne);
    }

    private static bool IsAny(string text) => string.Equals(text, FirewallRule.Any, StringComparison.OrdinalIgnoreCase);

    private static bool IsAddress(string text)
    {
        int dash = text.IndexOf('-');
        if (dash > 0)
        {
            return AddressText.TryParse(text.Substring(0, dash), out IPAddress? first)
                && AddressText.TryParse(text.Substring(dash + 1), out IPAddress? last)
                && first.Family() == last.Family();
        }

        int slash = text.IndexOf('/');
        return IPPrefix.TryParse(text, out _)
            || (slash > 0 && AddressText.TryParse(text.Substring(0, slash), out _) && IsMask(text.Substring(slash + 1)));
    }

    private static bool IsMask(string text)
    {
        if (!AddressText.TryParse(text, out IPAddress? mask) || mask.Family() != IPFamily.IPv4)
            return false;
        uint bits = (uint)AddressBits.From(mask).Low;
        return (~bits & (~bits + 1)) == 0;
    }

    private static bool IsPorts(string text)
    {
        string[] ends = text.Split('-');
        return ends.Length <= 2 && ends.All(end => ushort.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out _));
    }

    private static bool IsByte(string text) => byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
