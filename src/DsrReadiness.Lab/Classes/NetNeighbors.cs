using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;
using Neighbor = DsrReadiness.Lab.State.Neighbor;

namespace DsrReadiness.Lab.Classes;

/// <summary>The neighbour table; a lab has no entries that persist.</summary>
internal sealed class NetNeighbors : LabClass<Neighbor>
{
    public NetNeighbors(Machine machine)
        : base(NetNeighborClass.Class, machine)
    {
        Column(NetNeighborClass.InterfaceIndex, neighbor => neighbor.Interface.Index);
        Column(NetNeighborClass.AddressFamily, neighbor => neighbor.Family);
        Column(NetNeighborClass.IPAddress, neighbor => neighbor.Address);
        Column(NetNeighborClass.LinkLayerAddress, neighbor => neighbor.LinkLayerAddress);
        Column(NetNeighborClass.State, neighbor => neighbor.State);
    }

    protected override IEnumerable<Neighbor> Items(CimStore store) => store == CimStore.Persistent
        ? []
        : Machine.Neighbors.Where(neighbor => neighbor.Interface.Layer(neighbor.Family).IsActive).Concat(Heard());

    /// <summary>What was heard of addresses on the links of adapters. Nobody asks for an address of his own.</summary>
    private IEnumerable<Neighbor> Heard() =>
        from heard in Machine.Heard()
        where !Machine.Holds(heard.Address)
        from layer in Machine.Layers
        where layer.IsOnLink(heard.Address)
        select new Neighbor(
            layer.Interface,
            heard.Address,
            heard.LinkLayerAddress ?? "00-00-00-00-00-00",
            heard.LinkLayerAddress is null ? NeighborState.Unreachable : NeighborState.Reachable);
}
