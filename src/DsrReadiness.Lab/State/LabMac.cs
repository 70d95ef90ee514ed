using System.Globalization;
using System.Linq;

namespace DsrReadiness.Lab.State;

/// <summary>
/// The MAC addresses of network adapters: of Hyper-V's range, and the same for a server whenever it is made. Servers whose names differ in their number alone, as those of a pool do, never
/// share one.
/// </summary>
internal static class LabMac
{
    private const string HyperV = "00155D";

    /// <summary>The address of an adapter, as digits.</summary>
    /// <param name="computerName">The server's name.</param>
    /// <param name="adapter">The adapter's place among the server's interfaces.</param>
    public static string Of(string computerName, int adapter)
    {
        string name = computerName.ToUpperInvariant();
        string stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        uint number = name.Substring(stem.Length).Aggregate(0u, (sum, digit) => unchecked((sum * 10) + digit - '0'));
        return HyperV + string.Format(CultureInfo.InvariantCulture, "{0:X3}{1:X2}{2:X1}", Hash(stem) & 0xFFF, number & 0xFF, adapter & 0xF);
    }

    /// <summary>The address as the neighbour table has it.</summary>
    public static string WithDashes(string digits) => string.Join("-", Enumerable.Range(0, digits.Length / 2).Select(i => digits.Substring(2 * i, 2)));

    /// <summary>FNV-1a, since the runtime's own hash of a text is another in each process.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u));
}
