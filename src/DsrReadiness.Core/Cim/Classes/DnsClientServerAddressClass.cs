using System.Collections.Generic;
using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Cim.Classes;

/// <summary>The DNS servers that each interface uses.</summary>
public static class DnsClientServerAddressClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_DNSClientServerAddress", CimEvidence.Captured, otherKeys: InheritedKeys.Named);

    /// <summary>The interface.</summary>
    public static readonly CimProperty<uint> InterfaceIndex = s_class.UInt32("InterfaceIndex");

    /// <summary>Its connection name.</summary>
    public static readonly CimProperty<string> InterfaceAlias = s_class.String("InterfaceAlias", RedactionKind.Alias);

    /// <summary>The family of the servers.</summary>
    public static readonly CimProperty<IPFamily> AddressFamily = s_class.Enum<IPFamily>("AddressFamily", CimType.UInt16);

    /// <summary>Their addresses.</summary>
    public static readonly CimProperty<IReadOnlyList<string>> ServerAddresses = s_class.Strings("ServerAddresses", RedactionKind.Words);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>The DNS servers that an interface uses.</summary>
internal sealed class DnsServers(CimRow row)
{
    private static readonly IPPrefix s_defaults = new(IPAddress.Parse("fec0:0:0:ffff::"), 64);

    public uint InterfaceIndex { get; } = row.Require(DnsClientServerAddressClass.InterfaceIndex);

    /// <summary>The servers as they are written.</summary>
    public Field<IReadOnlyList<string>> Texts => row.Get(DnsClientServerAddressClass.ServerAddresses);

    /// <summary>The servers; texts that are no addresses are left out, NULL is none.</summary>
    public IReadOnlyList<IPAddress> Servers { get; } = ReadServers(row);

    /// <summary>True for what Windows fills in where no IPv6 DNS server is set.</summary>
    public static bool IsDefault(IPAddress server) => s_defaults.Contains(server);

    private static List<IPAddress> ReadServers(CimRow row)
    {
        var servers = new List<IPAddress>();
        foreach (string text in row.Get(DnsClientServerAddressClass.ServerAddresses).Or([]))
        {
            if (AddressText.TryParse(text, out IPAddress? address))
                servers.Add(address);
        }

        return servers;
    }
}
