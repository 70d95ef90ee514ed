using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Host;
using DsrReadiness.Text;

namespace DsrReadiness.Desired.Remedies;

/// <summary>Commands for an interface that no setting gives. By index: an alias would have to be quoted for a shell.</summary>
internal static class InterfaceCommands
{
    /// <summary>What is to be done with an interface that does not work.</summary>
    public static Advice For(HostInterface on, InterfaceFault fault) => fault.Cure switch
    {
        InterfaceCure.Enable => Advice.Run(fault.Words, Enable(on.Index)),
        InterfaceCure.Restart => Advice.Choose(fault.Words, Restart(on.Index)),
        _ => fault.Words,
    };

    public static string Enable(uint index) => new AdapterEnabled(Place.Of(index), true).Command;

    public static string Restart(uint index) => $"Get-NetAdapter -InterfaceIndex {index} | Restart-NetAdapter";

    /// <summary>Sets a property. Without a store the cmdlet is documented to write both.</summary>
    public static string Set(uint index, IPFamily family, string property, object value) => $"Set-NetIPInterface -InterfaceIndex {index} -AddressFamily {family} -{property} {value}";

    /// <summary>Sets a property in the persistent store, whatever the cmdlet has written.</summary>
    public static string Persist(uint index, IPFamily family, string property, object value) =>
        $"netsh interface {Lower(family)} set interface {index} {Lower(property)}={Lower(value)} store=persistent";

    public static string ResetDnsServers(uint index) => $"Set-DnsClientServerAddress -InterfaceIndex {index} -ResetServerAddresses";

    /// <summary>Forgets who has an address, on every interface.</summary>
    public static string ForgetNeighbor(IPAddress address) => $"Remove-NetNeighbor -IPAddress {address}{Shell.Unasked}";

#pragma warning disable CA1308 // What a person types is lower case.
    private static string Lower(object word) => word.ToString()!.ToLowerInvariant();
#pragma warning restore CA1308
}
