using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>An entry of the neighbour table.</summary>
internal sealed class Neighbor(CimRow row)
{
    public IPAddress Address { get; } = row.Require(NetNeighborClass.IPAddress);

    public Field<uint> InterfaceIndex => row.Get(NetNeighborClass.InterfaceIndex);

    public Field<string> LinkLayerAddress => row.Get(NetNeighborClass.LinkLayerAddress);

    public Field<NeighborState> State => row.Get(NetNeighborClass.State);
}
