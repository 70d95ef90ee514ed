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
        bool readAsMeant = parsed.AddressFamily == AddressFamily.InterNetwork ? scope < 0 && IsFourDecimalParts(bare) : IsPlainIPv6(bare);
        if (!readAsMeant)
            return false;
        address = parsed;
        return true;
    }

    /// <summary>
    /// The address as it means the same on every computer: without a scope, and an IPv4-mapped IPv6 address as the IPv4 address that it is.
    /// </summary>
    public static IPAddress Canonical(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        return HasScope(address) ? new IPAddress(address.GetAddressBytes()) : address;
    }

    /// <summary>True if the address names an interface of one computer as well.</summary>
    public static bool HasScope(IPAddress address) => address.Family() == IPFamily.IPv6 && address.ScopeId != 0;

    /// <summary>Frameworks differ in what else they read, and in how they read an IPv4 address at the end.</summary>
    private static bool IsPlainIPv6(string text)
    {
        int lastColon = text.LastIndexOf(':');
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is not (':' or (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')) && !(text[i] == '.' && i > lastColon))
                return false;
        }

        return lastColon >= 0 && (text.IndexOf('.') < 0 || IsFourDecimalParts(text.Substring(lastColon + 1)));
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
