using System.Collections.Generic;
using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Cim.Classes;

/// <summary>IP addresses of the server.</summary>
public static class NetIPAddressClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/StandardCimv2", "MSFT_NetIPAddress", CimEvidence.Captured, hasStores: true, otherKeys: InheritedKeys.Named, cmdlet: "Get-NetIPAddress");

    /// <summary>The interface that owns the address.</summary>
    public static readonly CimProperty<uint> InterfaceIndex = s_class.UInt32("InterfaceIndex");

    /// <summary>Its connection name.</summary>
    public static readonly CimProperty<string> InterfaceAlias = s_class.String("InterfaceAlias", RedactionKind.Alias);

    /// <summary>IPv4 or IPv6.</summary>
    public static readonly CimProperty<IPFamily> AddressFamily = s_class.Enum<IPFamily>("AddressFamily", CimType.UInt16);

    /// <summary>The address; link-local ones carry their scope, which is dropped.</summary>
    public static readonly CimProperty<IPAddress> IPAddress = s_class.Address("IPAddress");

    /// <summary>How much of the address is the network.</summary>
    public static readonly CimProperty<uint> PrefixLength = s_class.UInt8("PrefixLength");

    /// <summary>Only a Preferred address is good for traffic.</summary>
    public static readonly CimProperty<AddressState> AddressState = s_class.Enum<AddressState>("AddressState", CimType.UInt16);

    /// <summary>Never chosen as a source address, and not registered in DNS.</summary>
    public static readonly CimProperty<bool> SkipAsSource = s_class.Boolean("SkipAsSource");

    /// <summary>Where the address comes from.</summary>
    public static readonly CimProperty<AddressOrigin> PrefixOrigin = s_class.Enum<AddressOrigin>("PrefixOrigin", CimType.UInt16);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build(new CimWriting
    {
        Creation = CimCreation.Method,
        Given = [AddressFamily, PrefixLength, SkipAsSource],
        Fixed = [PrefixLength],
        AtStart = new Dictionary<CimProperty, object> { [SkipAsSource] = false },
    });
}
