using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Text;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>Commands that change an address. By index: an alias would have to be quoted for a shell.</summary>
internal static class AddressCommands
{
    /// <summary>Adds a VIP in both stores, as a host, and never as a source.</summary>
    public static string Add(uint interfaceIndex, IPAddress vip) => Add($"{interfaceIndex}", vip);

    /// <summary>The same, on an interface that is still to be chosen or made.</summary>
    public static string AddToLoopback(IPAddress vip) => Add("INDEX", vip);

    /// <summary>Removes an address; without a store, from both. Without a question, which would take the next line for its answer.</summary>
    public static string Remove(uint interfaceIndex, IPAddress address, string? store = null) =>
        $"Remove-NetIPAddress -InterfaceIndex {interfaceIndex} -IPAddress {address}" + (store is null ? string.Empty : " -PolicyStore " + store) + " -Confirm:$false";

    /// <summary>Makes the prefix of an address hold nothing else.</summary>
    public static Advice MakeHost(uint interfaceIndex, IPAddress address) => new(
        $"Make the prefix length of {address} {address.Family().Bits()}.", Set(interfaceIndex, address, "PrefixLength", $"{address.Family().Bits()}"));

    /// <summary>Sets one property of an address.</summary>
    public static string Set(uint interfaceIndex, IPAddress address, string parameter, string value) =>
        $"Set-NetIPAddress -InterfaceIndex {interfaceIndex} -IPAddress {address} -{parameter} {value}";

    private static string Add(string interfaceIndex, IPAddress vip) =>
        $"New-NetIPAddress -InterfaceIndex {interfaceIndex} -IPAddress {vip} -PrefixLength {vip.Family().Bits()} -SkipAsSource $true";
}
