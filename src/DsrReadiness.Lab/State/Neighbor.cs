using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.State;

/// <summary>An entry of the neighbour table.</summary>
internal sealed record Neighbor(NetInterface Interface, IPAddress Address, string LinkLayerAddress, NeighborState State = NeighborState.Reachable)
{
    public IPFamily Family => Address.Family();
}
