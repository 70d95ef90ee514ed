using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DsrReadiness.Servers;

/// <summary>Tells servers that a user typed from those that <c>$PSDefaultParameterValues</c> gave, which PowerShell does not.</summary>
internal static class ServerDefault
{
    private static readonly string[] s_names = ["Server", "CimSession", "ComputerName", "Cn"];

    /// <summary>True if the servers are what the defaults give to this command.</summary>
    /// <param name="defaults"><c>$PSDefaultParameterValues</c>.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="servers">What its parameter was given.</param>
    public static bool Is(object? defaults, string command, IReadOnlyList<DsrServer>? servers) =>
        servers is not null && For(defaults, command).Any(value => IsSame(value, servers));

    /// <summary>The servers that the defaults give to this command; null for none.</summary>
    /// <param name="defaults"><c>$PSDefaultParameterValues</c>.</param>
    /// <param name="command">The command's name.</param>
    public static object? Of(object? defaults, string command) => For(defaults, command).FirstOrDefault();

    private static IEnumerable<object?> For(object? defaults, string command) =>
        (defaults is PSObject wrapped ? wrapped.BaseObject : defaults) is IDictionary dictionary
            ? dictionary.Cast<DictionaryEntry>().Where(entry => entry.Key is string key && IsFor(key, command)).Select(entry => entry.Value)
            : [];

    private static bool IsFor(string key, string command)
    {
        int colon = key.LastIndexOf(':');
        return colon > 0
            && new WildcardPattern(key.Substring(0, colon).Trim(), WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant).IsMatch(command)
            && s_names.Any(new WildcardPattern(key.Substring(colon + 1).Trim(), WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant).IsMatch);
    }

    private static bool IsSame(object? value, IReadOnlyList<DsrServer> servers)
    {
        try
        {
            return ServerReference.TryResolve(value) is { } resolved
                && resolved.Count == servers.Count && resolved.Zip(servers, (one, other) => IsSame(one, other)).All(same => same);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsSame(DsrServer one, DsrServer other) =>
        ReferenceEquals(one.Access, other.Access) || (one.Kind == other.Kind && one.Name == other.Name && one.Kind is DsrServerKind.Computer or DsrServerKind.ThisComputer);
}
