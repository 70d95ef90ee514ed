using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Services;

/// <summary>Reads the parts of a service that are no types of their own.</summary>
internal static class ServiceText
{
    /// <exception cref="ServiceDefinitionException">The text is no address.</exception>
    public static IPAddress ReadAddress(string text) => AddressText.TryParse(text, out IPAddress? address)
        ? address
        : throw new ServiceDefinitionException($"'{text}' is not an IP address: write one such as 192.0.2.10 or 2001:db8::10.");

    /// <exception cref="ServiceDefinitionException">The text is no prefix.</exception>
    public static IPPrefix ReadPrefix(string text) => IPPrefix.TryParse(text, out IPPrefix? prefix)
        ? prefix
        : throw new ServiceDefinitionException($"'{text}' is not an address prefix: write one such as 198.51.100.0/24 or 2001:db8::/32.");
}
