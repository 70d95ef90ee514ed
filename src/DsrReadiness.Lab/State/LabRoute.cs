using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;

namespace DsrReadiness.Lab.State;

/// <summary>A route in one store.</summary>
internal sealed class LabRoute(IPLayer layer, CimStore store, IPPrefix destination, IPAddress nextHop, long metric = 256, bool followsAddress = false)
{
    public IPLayer Layer { get; } = layer;

    public CimStore Store { get; } = store;

    public IPPrefix Destination { get; } = destination;

    public IPAddress NextHop { get; } = nextHop;

    public long Metric { get; } = metric;

    /// <summary>True for the routes that an address brings along and takes away with it.</summary>
    public bool FollowsAddress { get; } = followsAddress;

    public LabRoute In(CimStore store) => new(Layer, store, Destination, NextHop, Metric, FollowsAddress);

    public bool IsSame(LabRoute other) => Layer == other.Layer && Destination.Equals(other.Destination) && NextHop.Equals(other.NextHop);
}
