using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace DsrReadiness.Tests.Architecture;

/// <summary>A command that changes a server is written by a setting, or by a remedy for what no setting gives: nowhere else, so that advice, scripts and plans cannot differ.</summary>
public sealed class CommandTests
{
    /// <summary>Text in quotes that begins, or goes on, with a cmdlet that changes something, or with netsh and something to set.</summary>
    private static readonly Regex s_command = new(
        "\"[^\"\\n]*\\b(?:(?:Set|New|Remove|Enable|Disable|Restart|Rename|Reset|Add|Clear)-(?:Net|Dns|Item|Service|Smb|Win)\\w* -|(?:Enable|Disable|Restart|Rename)-NetAdapter\\b|netsh (?:interface|http|advfirewall|firewall) [^\"]*\\b(?:set|add|delete)\\b)",
        RegexOptions.CultureInvariant);

    [Fact]
    public void Commands_are_written_by_settings_and_remedies_alone()
    {
        string core = Path.Combine(Repository.Root, "src", "DsrReadiness.Core");
        string[] found = [.. Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Where(path => s_command.IsMatch(string.Join('\n', File.ReadLines(path).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)))))
            .Select(path => Path.GetRelativePath(core, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

        Assert.Contains("Desired/Settings/Address.cs", found);
        Assert.Contains("Desired/Remedies/RouteCommands.cs", found);
        // The table of releases names its sources, of which one is a help text.
        Assert.DoesNotContain(found, path => path != "Releases/ReleaseTable.cs" && !path.StartsWith("Desired/Settings/", StringComparison.Ordinal) && !path.StartsWith("Desired/Remedies/", StringComparison.Ordinal));
    }
}
