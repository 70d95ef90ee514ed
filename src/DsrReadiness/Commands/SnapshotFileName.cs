using System;
using System.Linq;

namespace DsrReadiness.Commands;

/// <summary>The file of a server's snapshot. The name may come from a file of somebody else's: it must stay one file name, on every system.</summary>
internal static class SnapshotFileName
{
    private static readonly string[] s_devices = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

    public static string For(string computerName)
    {
        string safe = string.Concat(computerName.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')).Trim('.');
        return (safe.Length == 0 || IsDevice(safe) ? "_" + safe : safe) + ".json";
    }

    /// <summary>Windows takes these for devices, whatever ending they have.</summary>
    private static bool IsDevice(string name)
    {
        string stem = name.Split('.')[0].TrimEnd("0123456789".ToCharArray());
        return s_devices.Contains(stem, StringComparer.OrdinalIgnoreCase);
    }
}
