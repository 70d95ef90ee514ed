using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Contracts;
using DsrReadiness.Lab.State;

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
        Column(NetNeighborClass.State, _ => NeighborState.Reachable);
    }

    protected override IEnumerable<Neighbor> Items(CimStore store) => store == CimStore.Persistent
        ? []
        : Machine.Neighbors.Where(neighbor => neighbor.Interface.Layer(neighbor.Family).IsActive);
}
