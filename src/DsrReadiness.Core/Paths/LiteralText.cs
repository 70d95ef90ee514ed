using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;

namespace DsrReadiness.Paths;

/// <summary>Reads what rules write, one text after the other: whether a list holds one port or one address. Null where it cannot be told.</summary>
internal static class LiteralText
{
    private const string Any = "Any";
    private const int HighestPort = 65535;

    private static readonly HashSet<string> s_portWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "RPC", "RPCEPMap", "RPC-EPMap", "Teredo", "IPHTTPS", "IPHTTPSIn", "IPHTTPSOut", "IPTLSIn", "IPTLSOut", "DHCP", "PlayToDiscovery", "Ply2Disc", "mDNS", "CortanaOut", "TcpCDPSvc",
    };

    private static readonly HashSet<string> s_addressWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "LocalSubnet", "DNS", "DHCP", "WINS", "DefaultGateway", "Internet", "Intranet", "IntranetRemoteAccess", "RmtIntranet", "PlayToDevice", "Ply2Renders", "CaptivePortal",
    };

    public static bool? Holds(Field<IReadOnlyList<string>> field, Func<string, bool?> isIt)
    {
        if (field.IsNull)
            return true;
        if (!field.TryGet(out IReadOnlyList<string> texts))
            return null;
        bool?[] answers = texts.Select(text => IsAny(text) ? true : isIt(text)).ToArray();
        return answers.Length == 0 || answers.Contains(true) ? true : answers.Contains(null) ? null : false;
    }

    /// <summary>The same of a property that older releases do not have.</summary>
    public static bool? IsLimitedSince(Field<string> field) => field.State == FieldState.Missing ? false : IsLimited(field);

    public static bool? IsLimited(Field<string> field) =>
        field.IsNull ? false : field.TryGet(out string text) ? text.Length > 0 && !IsAny(text) : null;

    /// <summary>A word such as RPC stands for ports that Windows gives out itself; none of them is a port of the service.</summary>
    public static bool? IsPort(string text, int port)
    {
        if (s_portWords.Contains(text))
            return false;
        return Ends(text) is ({ } first, { } last) ? first <= port && port <= last : null;
    }

    /// <summary>The port that a text is; null for a range, a word, and what is not understood.</summary>
    public static int? OnePort(string text) => Ends(text) is ({ } first, { } last) && first == last ? first : null;

    /// <summary>Whether texts hold every port from one on together. Counted, since a rule may have as many texts as somebody writes into a file.</summary>
    public static bool? HoldsEveryPort(Field<IReadOnlyList<string>> field, int from)
    {
        if (field.IsNull)
            return true;
        if (!field.TryGet(out IReadOnlyList<string> texts))
            return null;
        if (texts.Count == 0 || texts.Any(IsAny))
            return true;
        int[] begins = new int[HighestPort + 2];
        bool isAllRead = true;
        foreach (string text in texts.Where(text => !s_portWords.Contains(text)))
        {
            if (Ends(text) is ({ } first, { } last))
            {
                begins[first]++;
                begins[last + 1]--;
            }
            else
            {
                isAllRead = false;
            }
        }

        int open = 0;
        for (int port = 0; port <= HighestPort; port++)
        {
            open += begins[port];
            if (open == 0 && port >= from)
                return isAllRead ? false : null;
        }

        return true;
    }

    /// <summary>Whether any of the texts holds a port from one on. Which ports a word stands for is not known.</summary>
    public static bool? HoldsAPort(Field<IReadOnlyList<string>> field, int from) =>
        Holds(field, text => Ends(text) is (_, { } last) ? last >= from : null);

    /// <summary>Whether a type of ICMP is that of an echo request, with its code 0: written as 8, 8:0, 8.0, 8:* or 8:Any.</summary>
    public static bool? IsEcho(string text, IPFamily family)
    {
        string[] parts = text.Split([':', '.'], 2);
        bool isAnyCode = parts.Length == 1 || parts[1] == "*" || IsAny(parts[1]);
        if (!byte.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out byte type))
            return null;
        byte code = 0;
        if (!isAnyCode && !byte.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out code))
            return null;
        return type == (family == IPFamily.IPv4 ? 8 : 128) && (isAnyCode || code == 0);
    }

    /// <summary>Words such as LocalSubnet, which stand for addresses of the server's surroundings, perhaps of one family.</summary>
    public static bool IsAddressWord(string text) =>
        s_addressWords.Contains(text) || (text.Length > 0 && text[text.Length - 1] is '4' or '6' && s_addressWords.Contains(text.Substring(0, text.Length - 1)));

    /// <summary>A word stands for none of the server's own addresses.</summary>
    public static bool? IsAddress(string text, IPAddress address)
    {
        if (IsAddressWord(text))
            return false;
        int dash = text.IndexOf('-');
        if (dash >= 0)
            return IsBetween(address, text.Substring(0, dash), text.Substring(dash + 1));
        int slash = text.IndexOf('/');
        if (slash < 0)
            return AddressText.TryParse(text, out IPAddress? only) ? Compare(only, address) == 0 : null;
        if (!AddressText.TryParse(text.Substring(0, slash), out IPAddress? network))
            return null;
        byte[]? mask = Mask(network, text.Substring(slash + 1));
        return mask is null ? null : network.Family() == address.Family() && Masked(network, mask).SequenceEqual(Masked(address, mask));
    }

    /// <summary>The hosts that stand beside ranges of IPv4: who is not in any of them is beside one.</summary>
    public static IEnumerable<IPAddress> Neighbours(Field<IReadOnlyList<string>> field)
    {
        foreach (string[] ends in field.Or([]).Select(text => text.Split('-')).Where(ends => ends.Length == 2))
        {
            for (int i = 0; i < 2; i++)
            {
                if (!AddressText.TryParse(ends[i], out IPAddress? end) || end.Family() != IPFamily.IPv4)
                    continue;
                uint number = end.GetAddressBytes().Aggregate(0u, (sum, each) => (sum << 8) | each) + (i == 0 ? uint.MaxValue : 1);
                byte[] beside = [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
                if (beside[0] is > 0 and < 224 and not 127)
                    yield return new IPAddress(beside);
            }
        }
    }

    /// <summary>Whether a text stands for addresses of a family, whichever they are.</summary>
    public static bool MayBeOf(string text, IPFamily family) =>
        IsAddressWord(text) || (AddressText.TryParse(text.Split('-', '/')[0], out IPAddress? first) && first.Family() == family);

    private static (int? First, int? Last) Ends(string text)
    {
        string[] ends = text.Split('-');
        if (ends.Length > 2 || !ends.All(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= HighestPort))
            return default;
        int first = int.Parse(ends[0], CultureInfo.InvariantCulture);
        int last = int.Parse(ends[ends.Length - 1], CultureInfo.InvariantCulture);
        return first <= last ? (first, last) : (null, null);
    }

    private static bool IsAny(string text) => string.Equals(text, Any, StringComparison.OrdinalIgnoreCase);

    private static bool? IsBetween(IPAddress address, string first, string last)
    {
        if (!AddressText.TryParse(first, out IPAddress? low) || !AddressText.TryParse(last, out IPAddress? high) || Compare(low, high) is not <= 0)
            return null;
        return Compare(low, address) <= 0 && Compare(address, high) <= 0;
    }

    /// <summary>Byte by byte; null for addresses of two families.</summary>
    private static int? Compare(IPAddress one, IPAddress other)
    {
        if (one.Family() != other.Family())
            return null;
        byte[] left = one.GetAddressBytes();
        byte[] right = other.GetAddressBytes();
        return Enumerable.Range(0, left.Length).Select(i => left[i].CompareTo(right[i])).FirstOrDefault(order => order != 0);
    }

    private static byte[]? Mask(IPAddress network, string text)
    {
        int bits = network.Family().Bits();
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int length))
            return length <= bits ? MaskOf(length, bits) : null;
        return AddressText.TryParse(text, out IPAddress? mask) && mask.Family() == network.Family()
            && Enumerable.Range(0, bits + 1).Any(ones => MaskOf(ones, bits).SequenceEqual(mask.GetAddressBytes()))
            ? mask.GetAddressBytes()
            : null;
    }

    private static byte[] MaskOf(int ones, int bits)
    {
        byte[] mask = new byte[bits / 8];
        for (int i = 0; i < ones; i++)
            mask[i / 8] |= (byte)(0x80 >> (i % 8));
        return mask;
    }

    private static IEnumerable<byte> Masked(IPAddress address, byte[] mask) => address.GetAddressBytes().Zip(mask, (part, ones) => (byte)(part & ones));
}
