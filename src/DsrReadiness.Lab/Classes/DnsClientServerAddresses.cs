using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>The DNS servers of interfaces.</summary>
internal sealed class DnsClientServerAddresses : LabClass<IPLayer>
{
    /// <summary>What Windows lists for a loopback that was given none.</summary>
    private static readonly string[] s_defaults6 = ["fec0:0:0:ffff::1", "fec0:0:0:ffff::2", "fec0:0:0:ffff::3"];

    public DnsClientServerAddresses(Machine machine)
        : base(DnsClientServerAddressClass.Class, machine)
    {
        Column(DnsClientServerAddressClass.InterfaceIndex, layer => layer.Interface.Index);
        Column(DnsClientServerAddressClass.InterfaceAlias, layer => layer.Interface.Alias);
        Column(DnsClientServerAddressClass.AddressFamily, layer => layer.Family);
        Column(DnsClientServerAddressClass.ServerAddresses, Servers);
    }

    protected override IEnumerable<IPLayer> Items(CimStore store) => Machine.Layers.Where(layer => layer.IsActive);

    private static IReadOnlyList<string> Servers(IPLayer layer)
    {
        bool isLoopback = layer.Interface.Hardware?.Device.IsLoopback != false;
        return isLoopback && layer.Family == IPFamily.IPv6 && layer.DnsServers.Count == 0 ? s_defaults6 : layer.DnsServers;
    }
}
