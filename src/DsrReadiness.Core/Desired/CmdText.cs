using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Releases;

namespace DsrReadiness.Desired;

/// <summary>
/// Text for a batch file. Only what stands literally between quotes, whatever the code page and however the line is run, is let through; for anything else the
/// index is asked for.
/// </summary>
internal static class CmdText
{
    /// <summary>
    /// A quote ends the string; a percent or exclamation mark expands; a backslash escapes the closing quote for the program; an equals sign makes netsh take the
    /// name for one of its parameters; the others are not possible in names. What is not ASCII changes with the code page, sometimes into a quote.
    /// </summary>
    private const string Unsafe = "\"%!\\=/:*?<>|";

    public static string Quote(Place on)
    {
        if (on.Name is null && on.Index is { } index)
            return index.ToString(CultureInfo.InvariantCulture);
        string name = on.Name!;
        return IsSafe(name) ? "\"" + name + "\"" : throw new ScriptRefusedException(
            $"The name of {on.Words} holds characters that a batch file cannot carry safely.",
            "Give the interface by its index, which netsh interface ipv4 show interfaces lists; or rename it; or write the script for PowerShell.");
    }

    /// <summary>An interface for tools that take names alone.</summary>
    public static string QuoteName(Place on, ReleaseFacts facts) => on.Name is not null ? Quote(on) : throw new ScriptRefusedException(
        $"netsh of {facts.Name} takes interfaces by name, not by index.", "Give the name of the loopback adapter; rename it if a batch file cannot carry it.");

    public static ScriptRefusedException NoCommand(ReleaseFacts facts) => new(
        $"{facts.Name} has no command for a change of the plan.", "Write the script for the release that the plan was made on.");

    /// <summary>A prefix length of IPv4 as a mask.</summary>
    public static string Mask(int prefixLength) => new IPAddress(
        Enumerable.Range(0, 4).Select(i => (byte)(0xFF00 >> System.Math.Max(0, System.Math.Min(8, prefixLength - (8 * i))))).ToArray()).ToString();

    /// <summary>A rule's name, which is ours or that of a rule of ours.</summary>
    public static string QuoteRule(string name) => name.All(c => c is >= ' ' and <= '~' && (c == ':' || Unsafe.IndexOf(c) < 0))
        ? "\"" + name + "\""
        : throw new ScriptRefusedException("The name of a firewall rule holds characters that a batch file cannot carry safely.", "Write the script for PowerShell.");

    private static bool IsSafe(string name) => name.Length is > 0 and <= 256 && name.Trim() == name
        && !MayBeNumber(name) && name.All(c => c is >= ' ' and <= '~' && Unsafe.IndexOf(c) < 0);

    /// <summary>A number, however it is written, may be taken for the index of another interface.</summary>
    private static bool MayBeNumber(string name) => name[0] is '+' or '-'
        || (char.IsDigit(name[0]) && name.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F') or 'x' or 'X'));
}
