using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.State;

/// <summary>An address in one store.</summary>
internal sealed class LabAddress(IPLayer layer, CimStore store, IPAddress address, int prefixLength)
{
    public IPLayer Layer { get; } = layer;

    public CimStore Store { get; } = store;

    public IPAddress IPAddress { get; } = address;

    public int PrefixLength { get; } = prefixLength;

    public bool SkipAsSource { get; set; }

    public AddressOrigin Origin { get; set; } = AddressOrigin.Manual;

    /// <summary>Of an address in the active store.</summary>
    public AddressState State { get; set; } = AddressState.Tentative;

    public IPPrefix Prefix => new(IPAddress, PrefixLength);

    /// <summary>As Windows writes it: link-local addresses with their scope.</summary>
    public string Text => IPAddress.IsIPv6LinkLocal ? IPAddress + "%" + Layer.Interface.Index : IPAddress.ToString();

    public LabAddress In(CimStore store) => new(Layer, store, IPAddress, PrefixLength) { SkipAsSource = SkipAsSource, Origin = Origin };
}
