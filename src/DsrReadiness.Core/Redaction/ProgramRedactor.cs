using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Redaction;

/// <summary>
/// Disguises paths folder by folder, so that a path below another stays there. What checks tell paths by stays: drives, variables, Windows' own folders, short names, the forms of devices
/// and shares.
/// </summary>
internal sealed class ProgramRedactor(Pseudonyms pseudonyms)
{
    private const string Kind = "program";

    private static readonly HashSet<string> s_own = new(
        ["System", "Any", "Windows", "System32", "SysWOW64", "Program Files", "Program Files (x86)", "Common Files", "ProgramData", "svchost.exe", "Device", "?", ".", "GLOBALROOT", "UNC"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly Regex s_form = TextRedactor.Pattern(@"\A([A-Za-z]:|%[^%]+%|HarddiskVolume[0-9]+)\z", RegexOptions.IgnoreCase);

    private static readonly Regex s_short = TextRedactor.Pattern("~[0-9]");

    public string Path(string text) => string.Join("\\", text.Split('\\').Select(Part));

    /// <summary>The program in quotes, without its arguments: they may hold anything.</summary>
    public string CommandLine(string text) => ServiceCommandLine.ProgramOf(text) is { } program ? '"' + Path(program) + '"' : pseudonyms.Word(Kind, text);

    private string Part(string part)
    {
        if (part.Length == 0 || s_own.Contains(part) || s_form.IsMatch(part))
            return part;
        string word = pseudonyms.Word(Kind, part) + (s_short.IsMatch(part) ? "~1" : string.Empty);
        return part.IndexOf('%') >= 0 ? "%" + word + "%" : word;
    }
}
