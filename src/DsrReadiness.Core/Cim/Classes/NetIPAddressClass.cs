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

/// <summary>An address that an interface of the server has, in one store.</summary>
internal sealed class HostAddress(CimRow row)
{
    public uint InterfaceIndex { get; } = row.Require(NetIPAddressClass.InterfaceIndex);

    public IPAddress Address { get; } = row.Require(NetIPAddressClass.IPAddress);

    public IPFamily Family => Address.Family();

    public Field<string> InterfaceAlias => row.Get(NetIPAddressClass.InterfaceAlias);

    public Field<uint> PrefixLength => row.Get(NetIPAddressClass.PrefixLength);

    public Field<AddressState> State => row.Get(NetIPAddressClass.AddressState);

    public Field<bool> SkipAsSource => row.Get(NetIPAddressClass.SkipAsSource);

    public Field<AddressOrigin> Origin => row.Get(NetIPAddressClass.PrefixOrigin);

    /// <summary>The prefix that the address puts on link, if its length is known and possible.</summary>
    public IPPrefix? OnLinkPrefix =>
        PrefixLength.TryGet(out uint length) && length <= Family.Bits() ? new IPPrefix(Address, (int)length) : null;
}
