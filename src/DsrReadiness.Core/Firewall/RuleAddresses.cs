using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;

namespace DsrReadiness.Firewall;

/// <summary>Reads addresses as rules write them: one address, FIRST-LAST, ADDRESS/LENGTH, ADDRESS/MASK, Any, or a keyword.</summary>
internal static class RuleAddresses
{
    /// <summary>What addresses they stand for, Windows knows only as it runs.</summary>
    public static HashSet<string> Keywords { get; } = OfEachFamily(
        "LocalSubnet",
        "DNS",
        "DHCP",
        "WINS",
        "DefaultGateway",
        "Internet",
        "Intranet",
        "IntranetRemoteAccess",
        "RmtIntranet",
        "PlayToDevice",
        "Ply2Renders",
        "CaptivePortal");

    public static ValueList<IPRange> Read(Field<IReadOnlyList<string>> field) => ValueList<IPRange>.Read(field, TryParse, Keywords);

    public static bool TryParse(string text, out IPRange range)
    {
        int dash = text.IndexOf('-');
        if (dash >= 0)
            return TryParseRange(text.Substring(0, dash), text.Substring(dash + 1), out range);
        int slash = text.IndexOf('/');
        if (slash >= 0 && TryParseMasked(text.Substring(0, slash), text.Substring(slash + 1), out range))
            return true;
        bool isPrefix = IPPrefix.TryParse(text, out IPPrefix? prefix);
        range = isPrefix ? prefix!.Range : default;
        return isPrefix;
    }

    private static bool TryParseRange(string first, string last, out IPRange range)
    {
        range = default;
        if (!TryParsePair(first, last, out IPAddress? from, out IPAddress? to))
            return false;
        if (AddressBits.From(from).CompareTo(AddressBits.From(to)) > 0)
            return false;
        range = new IPRange(from, to);
        return true;
    }

    private static bool TryParseMasked(string address, string mask, out IPRange range)
    {
        range = default;
        if (!TryParsePair(address, mask, out IPAddress? any, out IPAddress? ones))
            return false;
        IPFamily family = any.Family();
        AddressBits zeros = AddressBits.From(ones).Not().And(AddressBits.HostMask(family, 0));
        for (int length = 0; length <= family.Bits(); length++)
        {
            if (AddressBits.HostMask(family, length).Equals(zeros))
            {
                range = IPRange.Prefix(any, length);
                return true;
            }
        }

        return false;
    }

    /// <summary>Two addresses of one family.</summary>
    private static bool TryParsePair(
        string one, string other, [NotNullWhen(true)] out IPAddress? first, [NotNullWhen(true)] out IPAddress? second)
    {
        second = null;
        return AddressText.TryParse(one, out first) && AddressText.TryParse(other, out second) && first.Family() == second.Family();
    }

    /// <summary>Each keyword may be limited to one family by a 4 or 6 at its end.</summary>
    private static HashSet<string> OfEachFamily(params string[] words)
    {
        var keywords = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string word in words)
            keywords.UnionWith([word, word + "4", word + "6"]);
        return keywords;
    }
}
