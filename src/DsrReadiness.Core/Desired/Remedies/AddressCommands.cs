using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Text;

namespace DsrReadiness.Desired.Remedies;

/// <summary>Commands that change an address. By index: an alias would have to be quoted for a shell.</summary>
internal static class AddressCommands
{
    /// <summary>Adds a VIP in both stores, as a host, and never as a source.</summary>
    public static string Add(uint interfaceIndex, IPAddress vip) => Address.Vip(Place.Of(interfaceIndex), vip).Command;

    /// <summary>The same, on an interface that is still to be chosen or made.</summary>
    public static string AddToLoopback(IPAddress vip) => Address.Vip(Place.Of(null), vip).Command;

    /// <summary>Removes an address; without a store, from both. Without a question, which would take the next line for its answer.</summary>
    public static string Remove(uint interfaceIndex, IPAddress address, string? store = null) =>
        Address.Off(Place.Of(interfaceIndex), address).Command + (store is null ? string.Empty : " -PolicyStore " + store);

    /// <summary>Makes the prefix of an address hold nothing else. It cannot be changed in place.</summary>
    public static Advice MakeHost(uint interfaceIndex, IPAddress address) => Advice.Run(
        $"Remove {address} and add it with the prefix length {address.Family().Bits()}: drain the server at the balancer first.", [Remove(interfaceIndex, address), Add(interfaceIndex, address)]);

    /// <summary>Adds an address to the persistent store, which the active one has.</summary>
    public static string Persist(HostAddress address) =>
        $"New-NetIPAddress -InterfaceIndex {address.InterfaceIndex} -IPAddress {address.Address} -PrefixLength {address.PrefixLength} -PolicyStore PersistentStore";

    /// <summary>Sets one property of an address.</summary>
    public static string Set(uint interfaceIndex, IPAddress address, string parameter, string value) =>
        $"Set-NetIPAddress -InterfaceIndex {interfaceIndex} -IPAddress {address} -{parameter} {value}";
}
