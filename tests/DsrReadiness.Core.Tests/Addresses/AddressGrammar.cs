using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;

namespace DsrReadiness.Tests.Addresses;

/// <summary>Addresses as text by the letter of their grammar, slowly: what the parser is held against.</summary>
internal static partial class AddressGrammar
{
    public static IPAddress? Read(string text)
    {
        Match scoped = Scope().Match(text);
        byte[]? bytes = text.Contains(':') ? ReadIPv6(scoped.Groups[1].Value) : ReadIPv4(text);
        return bytes is null ? null : new IPAddress(bytes);
    }

    private static byte[]? ReadIPv4(string text)
    {
        Match match = FourParts().Match(text);
        if (!match.Success)
            return null;
        int[] parts = match.Groups.Cast<Group>().Skip(1).Select(part => int.Parse(part.Value, CultureInfo.InvariantCulture)).ToArray();
        return parts.Max() > 255 ? null : parts.Select(part => (byte)part).ToArray();
    }

    private static byte[]? ReadIPv6(string text)
    {
        string[] halves = text.Split("::");
        if (halves.Length > 2)
            return null;
        List<byte>?[] read = halves.Select((half, i) => ReadGroups(half, mayEndInIPv4: i == halves.Length - 1)).ToArray();
        if (read.Any(half => half is null))
            return null;
        int count = read.Sum(half => half!.Count);
        if (halves.Length == 1)
            return count == 16 ? read[0]!.ToArray() : null;
        return count <= 14 ? [.. read[0]!, .. new byte[16 - count], .. read[1]!] : null;
    }

    private static List<byte>? ReadGroups(string half, bool mayEndInIPv4)
    {
        var bytes = new List<byte>();
        string[] groups = half.Length == 0 ? [] : half.Split(':');
        for (int i = 0; i < groups.Length; i++)
        {
            if (HexGroup().IsMatch(groups[i]))
            {
                int value = int.Parse(groups[i], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                bytes.AddRange([(byte)(value >> 8), (byte)value]);
            }
            else if (mayEndInIPv4 && i == groups.Length - 1 && ReadIPv4(groups[i]) is { } embedded)
            {
                bytes.AddRange(embedded);
            }
            else
            {
                return null;
            }
        }

        return bytes;
    }

    [GeneratedRegex(@"\A([^%]*)(%.*)?\z", RegexOptions.Singleline)]
    private static partial Regex Scope();

    [GeneratedRegex(@"\A(0|[1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,2})\z")]
    private static partial Regex FourParts();

    [GeneratedRegex(@"\A[0-9a-fA-F]{1,4}\z")]
    private static partial Regex HexGroup();
}
