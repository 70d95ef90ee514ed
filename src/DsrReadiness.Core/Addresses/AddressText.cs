using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace DsrReadiness.Addresses;

/// <summary>IP addresses as text, read strictly: four decimal parts, or an IPv6 address; a scope is read over and dropped.</summary>
internal static class AddressText
{
    public static bool TryParse(string text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        int scope = text.IndexOf('%');
        string bare = scope < 0 ? text : text.Substring(0, scope);
        if (bare.Length is < 2 or > 45 || bare[0] == '[' || !IPAddress.TryParse(bare, out IPAddress? parsed))
            return false;
        bool readAsMeant = parsed.AddressFamily == AddressFamily.InterNetwork ? scope < 0 && IsFourDecimalParts(bare) : bare.IndexOf(':') >= 0;
        if (!readAsMeant)
            return false;
        address = parsed;
        return true;
    }

    /// <summary>The framework also reads "1", "0x7f.1" and octal parts, which nobody writes and means as an address here.</summary>
    private static bool IsFourDecimalParts(string text)
    {
        int dots = 0;
        int digits = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '.')
            {
                dots++;
                digits = 0;
            }
            else if (c is < '0' or > '9' || (digits == 1 && text[i - 1] == '0') || ++digits > 3)
            {
                return false;
            }
        }

        return dots == 3;
    }
}
