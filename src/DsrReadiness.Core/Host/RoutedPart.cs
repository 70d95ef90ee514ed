using System.Collections.Generic;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Host;

/// <summary>Part of a range of destinations, all of which are routed alike.</summary>
/// <param name="Destinations">The destinations.</param>
/// <param name="Winners">The routes that win toward them: none if nothing leads there, several if Windows might choose either.</param>
internal sealed record RoutedPart(IPPrefix Destinations, IReadOnlyList<Route> Winners);
