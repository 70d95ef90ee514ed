using System.Linq;
using DsrReadiness.Desired;
using DsrReadiness.Text;

namespace DsrReadiness.Scripts;

/// <summary>The computer that a script was made for, as Windows names it in COMPUTERNAME. A script of a plan does nothing on another one.</summary>
internal static class ScriptComputer
{
    /// <summary>Longer names are cut off there.</summary>
    private const int LongestName = 15;

    /// <summary>The name in COMPUTERNAME; null where any computer is meant.</summary>
    public static string? Of(string? computerName)
    {
        string? name = computerName?.Split('.')[0];
        return name?.Length > LongestName ? name.Substring(0, LongestName) : name;
    }

    /// <summary>True for what Windows allows in such a name and no shell gives a meaning.</summary>
    public static bool IsPlain(string name) => name.Length > 0 && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_');

    /// <summary>The line of a batch file that ends it on another computer.</summary>
    /// <exception cref="ScriptRefusedException">The name cannot stand in a batch file.</exception>
    public static string InCmd(string name) => IsPlain(name)
        ? $"if /i not \"%COMPUTERNAME%\"==\"{name}\" goto other"
        : throw new ScriptRefusedException("The name of the computer holds characters that a batch file cannot carry safely.", "Write the script for PowerShell.");

    /// <summary>The line of PowerShell that ends it on another computer.</summary>
    public static string InPowerShell(string name)
    {
        string quoted = PowerShellText.Quote(name);
        return $"if ($env:COMPUTERNAME -ne {quoted}) {{ throw 'This script is for {{0}}, and this is another computer. Nothing was done.' -f {quoted} }}";
    }
}
