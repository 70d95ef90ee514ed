using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.Tests;

/// <summary>Queries that tests ask.</summary>
internal static class On
{
    public static CimQuery All(CimClass @class, CimStore store = CimStore.None) => new(@class, store);

    public static CimQuery Where(CimClass @class, CimStore store, params (CimProperty Property, object Value)[] conditions) =>
        new(@class, store, conditions.Select(each => new CimCondition(each.Property, each.Value)).ToArray());

    public static CimQuery Interface(uint index, IPFamily family, CimStore store) => Where(
        NetIPInterfaceClass.Class, store, (NetIPInterfaceClass.InterfaceIndex, (long)index), (NetIPInterfaceClass.AddressFamily, (long)family));

    public static CimQuery Addresses(uint index, CimStore store) =>
        Where(NetIPAddressClass.Class, store, (NetIPAddressClass.InterfaceIndex, (long)index));

    public static CimQuery Address(string address, CimStore store) => Where(NetIPAddressClass.Class, store, (NetIPAddressClass.IPAddress, address));

    public static CimQuery Routes(uint index, CimStore store) => Where(NetRouteClass.Class, store, (NetRouteClass.InterfaceIndex, (long)index));

    public static CimQuery Adapter(string alias) => Where(NetAdapterClass.Class, CimStore.None, (NetAdapterClass.Name, alias));

    public static CimQuery AdapterOf(string instanceId) => Where(NetAdapterClass.Class, CimStore.None, (NetAdapterClass.PnPDeviceID, instanceId));
}
