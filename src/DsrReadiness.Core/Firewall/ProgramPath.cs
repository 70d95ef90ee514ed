using System;
using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Firewall;

/// <summary>
/// Compares paths of programs as texts. Two texts may mean one file: short names, links, devices and shares cannot be followed here, and then nothing is claimed.
/// </summary>
internal sealed class ProgramPath(string? windowsDirectory)
{
    private readonly Dictionary<string, string> _variables = Variables(windowsDirectory);

    /// <summary>True if both mean one file, null if they may.</summary>
    public bool? AreSame(string left, string right)
    {
        if (Plain(left) is not { } one || Plain(right) is not { } other)
            return null;
        if (string.Equals(one, other, StringComparison.OrdinalIgnoreCase))
            return true;
        return string.Equals(FileOf(one), FileOf(other), StringComparison.OrdinalIgnoreCase) ? null : false; // one folder may be a link to the other
    }

    /// <summary>The path below its drive, with Windows' own variables expanded; null if the text may mean a file in another way.</summary>
    private string? Plain(string text)
    {
        string path = text.Trim();
        if (path.StartsWith("%", StringComparison.Ordinal) && path.IndexOf('%', 1) is var end && end > 0)
        {
            if (!_variables.TryGetValue(path.Substring(1, end - 1), out string? value))
                return null;
            path = value + path.Substring(end + 1);
        }

        bool isBelowDrive = path.Length > 3 && char.IsLetter(path[0]) && path[1] == ':' && path[2] == '\\';
        return isBelowDrive && path.IndexOfAny(['%', '/', '*', '?']) < 0 && !HasShortName(path) && !HasStep(path) ? path : null;
    }

    private static bool HasShortName(string path)
    {
        for (int at = path.IndexOf('~'); at >= 0 && at + 1 < path.Length; at = path.IndexOf('~', at + 1))
        {
            if (char.IsDigit(path[at + 1]))
                return true;
        }

        return false;
    }

    /// <summary>A step up, none, or a name that Windows shortens: the path is not written as Windows keeps it.</summary>
    private static bool HasStep(string path) =>
        path.Substring(3).Split('\\').Any(part => part.Length == 0 || part.EndsWith(".", StringComparison.Ordinal) || part.EndsWith(" ", StringComparison.Ordinal));

    private static string FileOf(string path) => path.Substring(path.LastIndexOf('\\') + 1);

    /// <summary>Those that Windows sets for everybody; users' own mean another folder for each.</summary>
    private static Dictionary<string, string> Variables(string? windowsDirectory)
    {
        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (windowsDirectory is null || windowsDirectory.Length < 3 || windowsDirectory[1] != ':')
            return variables;
        string drive = windowsDirectory.Substring(0, 2);
        string programs = drive + @"\Program Files";
        variables["SystemRoot"] = variables["windir"] = windowsDirectory.TrimEnd('\\');
        variables["SystemDrive"] = drive;
        variables["ProgramFiles"] = variables["ProgramW6432"] = programs;
        variables["ProgramFiles(x86)"] = programs + " (x86)";
        variables["CommonProgramFiles"] = programs + @"\Common Files";
        variables["CommonProgramFiles(x86)"] = programs + @" (x86)\Common Files";
        variables["ProgramData"] = variables["ALLUSERSPROFILE"] = drive + @"\ProgramData";
        return variables;
    }
}
