using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>IP addresses. They are created by the static method alone.</summary>
internal sealed class NetIPAddresses : StoredClass<LabAddress>
{
    public NetIPAddresses(Machine machine)
        : base(NetIPAddressClass.Class, machine)
    {
        Column(NetIPAddressClass.InterfaceIndex, address => address.Layer.Interface.Index);
        Column(NetIPAddressClass.InterfaceAlias, address => address.Layer.Interface.Alias);
        Column(NetIPAddressClass.AddressFamily, address => address.Layer.Family);
        Column(NetIPAddressClass.IPAddress, address => address.Text);
        Column(NetIPAddressClass.PrefixLength, address => address.PrefixLength);
        Column(NetIPAddressClass.AddressState, address => address.Store == CimStore.Active ? address.State : null);
        Column(NetIPAddressClass.SkipAsSource, address => address.SkipAsSource, (address, value) => address.SkipAsSource = (bool)value);
        Column(NetIPAddressClass.PrefixOrigin, address => address.Origin);
        StaticMethod("Create", CreateAddress, NewAddress.Parameters);
    }

    protected override IEnumerable<LabAddress> ItemsIn(CimStore store) =>
        Machine.Interfaces.Concat(Machine.Gone).SelectMany(each => each.Layers).SelectMany(layer => layer.Addresses(store));

    protected override LabAddress? Find(LabAddress item, CimStore store) => store == item.Store
        ? item
        : item.Layer.Addresses(store).Find(each => each.IPAddress.Equals(item.IPAddress));

    protected override CimOutcome Delete(LabAddress item, CimStore store)
    {
        foreach (LabAddress reached in Reached(item, store).ToArray())
            item.Layer.Addresses(reached.Store).Remove(reached);
        return CimOutcome.Done();
    }

    private CimOutcome CreateAddress(LabArguments arguments)
    {
        if (!NewAddress.TryRead(arguments, Machine, out NewAddress? wanted, out CimOutcome? refusal))
            return refusal;
        IReadOnlyList<CimStore> stores = Stores(wanted.Store);
        if (stores.Any(store => IsTaken(wanted, store)))
            return Refusal.Of(Machine.Behaviour.AlreadyExists, wanted.Address + " exists already.");
        if (wanted.Layer.Dhcp && wanted.Layer.Family == Addresses.IPFamily.IPv4 && wanted.Store != CimStore.Active)
        {
            if (IsRefusedUnderDhcp(wanted.Layer))
                return Refusal.InvalidParameter("Inconsistent parameters PolicyStore PersistentStore and Dhcp Enabled.");
            wanted.Layer.SetDhcp(false);
        }

        foreach (CimStore store in stores)
            wanted.AddTo(store);
        return CimOutcome.Done();
    }

    /// <summary>An address that any interface of the server has cannot be had a second time.</summary>
    private bool IsTaken(NewAddress wanted, CimStore store) => store == CimStore.Active
        ? Machine.Layers.Any(layer => layer.Addresses(store).Exists(each => each.IPAddress.Equals(wanted.Address)))
        : wanted.Layer.Addresses(store).Exists(each => each.IPAddress.Equals(wanted.Address));

    private bool IsRefusedUnderDhcp(IPLayer layer) => Machine.Behaviour.StaticUnderDhcp switch
    {
        LabStaticUnderDhcp.TurnsDhcpOff => false,
        LabStaticUnderDhcp.RefusedOnFreshAdapters => layer.Interface.Hardware?.IsFresh == true,
        _ => true,
    };
}
