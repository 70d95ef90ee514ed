using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.State;

/// <summary>An entry of the neighbour table.</summary>
internal sealed class Neighbor(NetInterface @interface, IPAddress address, string linkLayerAddress, NeighborState state = NeighborState.Reachable)
{
    public NeighborState State { get; } = state;

    public NetInterface Interface { get; } = @interface;

    public IPAddress Address { get; } = address;

    public IPFamily Family => Address.Family();

    public string LinkLayerAddress { get; } = linkLayerAddress;
}
