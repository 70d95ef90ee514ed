using System.Collections.Generic;
using DsrReadiness.Addresses;

namespace DsrReadiness.Cim.Classes;

/// <summary>The DNS servers that each interface uses.</summary>
public static class DnsClientServerAddressClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_DNSClientServerAddress", CimEvidence.Captured, otherKeys: InheritedKeys.Named);

    /// <summary>The interface.</summary>
    public static CimProperty<uint> InterfaceIndex { get; } = s_class.UInt32("InterfaceIndex");

    /// <summary>Its connection name.</summary>
    public static CimProperty<string> InterfaceAlias { get; } = s_class.String("InterfaceAlias");

    /// <summary>The family of the servers.</summary>
    public static CimProperty<IPFamily> AddressFamily { get; } = s_class.Enum<IPFamily>("AddressFamily", CimType.UInt16);

    /// <summary>Their addresses.</summary>
    public static CimProperty<IReadOnlyList<string>> ServerAddresses { get; } = s_class.Strings("ServerAddresses");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static CimClass Class { get; } = s_class.Build();
}
