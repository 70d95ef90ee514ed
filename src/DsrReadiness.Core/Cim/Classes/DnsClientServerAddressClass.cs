using System.Collections.Generic;
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
