using System;
using DsrReadiness.Text;

namespace DsrReadiness.Servers;

/// <summary>The names that a computer can be given by.</summary>
internal static class ComputerName
{
    private const int LongestDnsName = 255;

    /// <summary>Why the text names no computer; null if it does.</summary>
    public static string? WhyNot(string? text)
    {
        if (text is null || text.Trim().Length == 0)
            return "A server is named by nothing: the value is null, empty or blank. Leave the parameter out to mean this computer.";
        if (text.Length > LongestDnsName || !Array.TrueForAll(text.ToCharArray(), MayBeInName))
            return $"'{SafeText.Of(text)}' is not a computer name: give a NetBIOS or DNS name, or an IP address.";
        return null;
    }

    /// <summary>What is in NetBIOS and DNS names and IP addresses, scopes included.</summary>
    private static bool MayBeInName(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '%';
}
