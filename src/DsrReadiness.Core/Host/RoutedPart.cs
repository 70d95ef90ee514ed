using System.Collections.Generic;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Host;

/// <summary>Part of a range of destinations, all of which are routed alike.</summary>
internal sealed class RoutedPart(IPPrefix destinations, IReadOnlyList<Route> winners)
{
    public IPPrefix Destinations { get; } = destinations;

    /// <summary>The routes that win toward them: none if nothing leads there, several if Windows might choose either.</summary>
    public IReadOnlyList<Route> Winners { get; } = winners;
}
