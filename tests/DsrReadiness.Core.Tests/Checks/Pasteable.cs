using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace DsrReadiness.Tests.Checks;

/// <summary>What can be pasted into a shell as it stands: commands that are documented, with parameters that they have. PowerShell's own parser is asked by the Pester tests.</summary>
internal static partial class Pasteable
{
    private static readonly Dictionary<string, HashSet<string>> s_cmdlets = File
        .ReadAllLines(Repository.PathOf("tests", "DsrReadiness.Core.Tests", "Checks", "Cmdlets.txt"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(": "))
        .ToDictionary(parts => parts[0], parts => new HashSet<string>(parts[1].Split(' '), StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The batch lines, which PowerShell runs as well.</summary>
    private static readonly Regex[] s_programs =
    [
        new(@"^netsh interface ipv[46] set interface \d+ (weakhostsend|weakhostreceive)=(enabled|disabled) store=persistent$"),
        new(@"^netsh http add iplisten ipaddress=[0-9a-f.:]+$"),
        new(@"^netsh http show sslcert$"),
        new(@"^netsh interface ipv[46] show excludedportrange protocol=(tcp|udp)$"),
        new(@"^net (stop http /y|start http)$"),
    ];

    public static IEnumerable<string> Names => s_cmdlets.Keys;

    public static IReadOnlyList<string> Lines(string? command) => command?.Split('\n') ?? [];

    /// <summary>The cmdlets of a line, without their arguments.</summary>
    public static IEnumerable<string> CmdletsIn(string line) => Parts(line).Select(part => part.Split(' ')[0]);

    public static bool IsCommand(string line)
    {
        if (line.Trim() != line || line.Length == 0 || line.EndsWith('.') || line.Contains(';', StringComparison.Ordinal))
            return false;
        return line.StartsWith("net", StringComparison.Ordinal)
            ? s_programs.Any(program => program.IsMatch(line))
            : Parts(line).All(part => s_cmdlets.TryGetValue(part.Split(' ')[0], out HashSet<string>? parameters)
                && Parameter().Matches(Quoted().Replace(part, "''")).All(match => parameters.Contains(match.Groups[1].Value)));
    }

    /// <summary>True for words in which a command hides.</summary>
    public static bool HoldsCommand(string? words) => words is not null && Hidden().IsMatch(words);

    private static string[] Parts(string line) => Quoted().Replace(line, match => match.Value.Replace('|', ' ')).Split(" | ");

    [GeneratedRegex(@"'[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@" -([A-Za-z]+)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\b(run|then): |netsh [a-z]|\b(Get|Set|New|Remove|Enable|Disable|Restart|Invoke)-(Net|Dns|Cim|Item)\w* -", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();
}
