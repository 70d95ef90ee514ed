using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.State;

/// <summary>The addresses that an IP interface gets without an administrator: its own, by lease, or of 169.254.0.0/16 for want of one.</summary>
internal sealed class Autoconfiguration(IPLayer layer)
{
    private static readonly IPPrefix s_linkLocal4 = new(IPAddress.Parse("169.254.0.0"), 16);

    private Machine Machine => layer.Machine;

    /// <summary>Brings the addresses in line with the DHCP setting of an IP interface that runs.</summary>
    public void Refresh()
    {
        if (layer.Interface.Hardware is null)
            AddBuiltIn();
        else if (layer.Family == IPFamily.IPv6)
            AddLinkLocal6();
        else if (layer.Dhcp)
            Ask();
        else
            Release();
    }

    private void AddBuiltIn() => AddOnce(
        layer.Family == IPFamily.IPv4 ? IPAddress.Loopback : IPAddress.IPv6Loopback, layer.Family == IPFamily.IPv4 ? 8 : 128, AddressOrigin.WellKnown);

    private void AddLinkLocal6() => AddOnce(
        IPAddress.Parse("fe80::4c4f:4f50:0:" + layer.Interface.Number.ToString("x", System.Globalization.CultureInfo.InvariantCulture)),
        64,
        AddressOrigin.WellKnown);

    private void Ask()
    {
        if (layer.Lease is not { } lease)
        {
            Machine.Agenda.After(Machine.Behaviour.AutoconfiguresAfter, ChooseForWantOfLease);
            return;
        }

        AddOnce(lease.Address, lease.PrefixLength, AddressOrigin.Dhcp);
        if (lease.Gateway is { } gateway)
            layer.Routes(CimStore.Active).Add(new LabRoute(layer, CimStore.Active, new IPPrefix(IPAddress.Any, 0), gateway, metric: 0));
    }

    private void ChooseForWantOfLease()
    {
        if (layer.IsActive && layer.Dhcp && layer.Addresses(CimStore.Active).Count == 0)
            AddOnce(IPAddress.Parse("169.254.77." + (layer.Interface.Number % 250 + 1)), 16, AddressOrigin.WellKnown);
    }

    private void Release()
    {
        layer.Addresses(CimStore.Active).RemoveAll(address =>
            address.Origin == AddressOrigin.Dhcp || (address.Origin == AddressOrigin.WellKnown && s_linkLocal4.Contains(address.IPAddress)));
        if (layer.Lease?.Gateway is { } gateway)
            layer.Routes(CimStore.Active).RemoveAll(route => route.NextHop.Equals(gateway) && !layer.Routes(CimStore.Persistent).Exists(route.IsSame));
    }

    private void AddOnce(IPAddress address, int prefixLength, AddressOrigin origin)
    {
        if (layer.Addresses(CimStore.Active).Any(each => each.IPAddress.Equals(address)))
            return;
        layer.Add(new LabAddress(layer, CimStore.Active, address, prefixLength)
        {
            Origin = origin,
            State = layer.Interface.IsUp ? AddressState.Preferred : AddressState.Tentative,
        });
    }
}
