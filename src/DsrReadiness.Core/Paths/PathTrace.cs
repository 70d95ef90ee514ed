using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Paths;

/// <summary>A packet's way through one server, and the other ways in which its VIP may go wrong there.</summary>
/// <param name="ComputerName">The server.</param>
/// <param name="Packet">The packet.</param>
/// <param name="Hops">The packet's hops; after a drop there are none.</param>
/// <param name="Resolution">Who answers for the VIP, an interface each.</param>
/// <param name="Connections">Which source address the server's own connections take.</param>
internal sealed record PathTrace(string ComputerName, PathPacket Packet, IReadOnlyList<Hop> Hops, IReadOnlyList<Hop> Resolution, IReadOnlyList<Hop> Connections)
{
    /// <summary>Every station and answer.</summary>
    public IEnumerable<Hop> All => Hops.Concat(Resolution).Concat(Connections);

    public PathOutcome Outcome => Hops.Any(hop => hop.Outcome == HopOutcome.Dropped) ? PathOutcome.Dropped
        : Hops.Any(hop => hop.Outcome == HopOutcome.Undetermined) ? PathOutcome.Undetermined
        : PathOutcome.Answered;

    /// <summary>True if the VIP is shown where it must not be; null if that cannot be told.</summary>
    public bool? Leaks => Other.Any(hop => hop.Outcome == HopOutcome.Leaks) ? true
        : Other.Any(hop => hop.Outcome == HopOutcome.Undetermined) ? null
        : false;

    /// <summary>True if a loopback that has a VIP swallows what the server itself sends to those whom it needs.</summary>
    public bool IsCutOff => Connections.Any(hop => hop.Outcome == HopOutcome.Dropped);

    /// <summary>True if anything is wrong for certain.</summary>
    public bool IsTroubled => Outcome == PathOutcome.Dropped || Leaks == true || IsCutOff;

    private IEnumerable<Hop> Other => Resolution.Concat(Connections);
}
