using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

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
