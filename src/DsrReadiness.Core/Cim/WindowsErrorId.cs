using System;
using System.Globalization;

namespace DsrReadiness.Cim;

/// <summary>The number in the id of a CIM exception.</summary>
/// <param name="Number">The number.</param>
/// <param name="IsHResult">True for an HRESULT, false for a Windows error number.</param>
internal sealed record WindowsErrorId(uint Number, bool IsHResult)
{
    private const string NumberPrefix = "Windows System Error ";
    private const string HResultPrefix = "HRESULT 0x";

    /// <summary>Reads an id; null if there is no number in it.</summary>
    public static WindowsErrorId? Parse(string? id)
    {
        if (After(id, NumberPrefix) is { } number)
            return uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out uint value) ? new WindowsErrorId(value, IsHResult: false) : null;
        return After(id, HResultPrefix) is { } hresult && uint.TryParse(hresult, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint code)
            ? new WindowsErrorId(code, IsHResult: true)
            : null;
    }

    private static string? After(string? id, string prefix) =>
        id is not null && id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? id.Substring(prefix.Length) : null;
}
