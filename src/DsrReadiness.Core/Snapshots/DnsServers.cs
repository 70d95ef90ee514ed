using System.Collections.Generic;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

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
