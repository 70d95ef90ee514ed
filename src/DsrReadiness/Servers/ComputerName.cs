using System;
using System.IO;
using System.Management.Automation;
using DsrReadiness.Text;

namespace DsrReadiness.Servers;

/// <summary>The names that a computer can be given by.</summary>
internal static class ComputerName
{
    private const int LongestDnsName = 255;

    /// <summary>None of these ends the name of a computer: no domain is called so.</summary>
    private static readonly string[] s_extensions = [".json", ".txt", ".xml"];

    /// <summary>Why the text names no computer; null if it does.</summary>
    public static string? WhyNot(string? text)
    {
        if (text is null || text.Trim().Length == 0)
            return "A server is named by nothing: the value is null, empty or blank. Leave the parameter out to mean this computer.";
        if (text.Length > LongestDnsName || !Array.TrueForAll(text.ToCharArray(), MayBeInName))
            return $"'{SafeText.Of(text)}' is not a computer name: give a NetBIOS or DNS name, or an IP address.";
        return null;
    }

    /// <summary>Where a file stands and a server belongs: says so, and how a file is judged. Null where none does.</summary>
    public static string? WhyNotFile(object? value) => value switch
    {
        PSObject wrapped => WhyNotFile(wrapped.BaseObject),
        FileInfo file => Judge(file.Name),
        string text when LooksLikeFile(text) => Judge(text),
        _ => null,
    };

    private static string Judge(string file) =>
        $"'{SafeText.Of(file)}' is a file, not a server. To judge a file, read it first: Import-DsrSnapshot PATH | Test-DsrReadiness -VirtualIPAddress ADDRESS. To name the servers that a file lists: -Server (Get-Content PATH).";

    /// <summary>A path, or a name that ends as those of files do. A computer that is written as \\WEB01 is neither.</summary>
    private static bool LooksLikeFile(string text) => text.TrimStart('\\').IndexOfAny(['/', '\\']) >= 0
        || Array.Exists(s_extensions, extension => text.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is in NetBIOS and DNS names and IP addresses, scopes included.</summary>
    private static bool MayBeInName(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '%';
}
