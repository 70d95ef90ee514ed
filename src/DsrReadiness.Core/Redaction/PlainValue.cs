using System;
using System.Linq;
using DsrReadiness.Addresses;

namespace DsrReadiness.Redaction;

/// <summary>Numbers and IP addresses as texts of snapshots hold them: by themselves, as versions, as ICMP types with their codes, and as ranges.</summary>
internal static class PlainValue
{
    private const int LongestNumber = 10; // 32 bits
    private const int LongestPart = 5; // 16 bits

    /// <summary>True for 443, 5000-5100, 10.0.17763, 8:0, 192.0.2.10, 192.0.2.10-192.0.2.20, 6.2+ and the like.</summary>
    public static bool Is(string word)
    {
        int dash = word.IndexOf('-');
        return dash < 0 ? IsOne(word) : IsOne(word.Substring(0, dash)) && IsOne(word.Substring(dash + 1));
    }

    private static bool IsOne(string text) => IsNumber(text, LongestNumber) || AddressText.TryParse(text, out _) || IsParts(text)
        || (text.EndsWith("+", StringComparison.Ordinal) && IsParts(text.Substring(0, text.Length - 1)));

    private static bool IsParts(string text)
    {
        string[] parts = text.Split('.', ':');
        return parts.Length is > 1 and <= 4 && parts.Take(parts.Length - 1).All(part => IsNumber(part, LongestPart))
            && (IsNumber(parts[parts.Length - 1], LongestPart) || parts[parts.Length - 1] == "*" || string.Equals(parts[parts.Length - 1], "Any", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsNumber(string text, int longest) => text.Length > 0 && text.Length <= longest && text.All(c => c is >= '0' and <= '9');
}
