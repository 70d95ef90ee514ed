using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Paths;

/// <summary>A packet's way through one server, and the other ways in which its VIP may go wrong there.</summary>
internal sealed class PathTrace(
    string computerName, PathPacket packet, IReadOnlyList<Hop> hops, IReadOnlyList<Hop> resolution, IReadOnlyList<Hop> connections)
{
    public string ComputerName { get; } = computerName;

    public PathPacket Packet { get; } = packet;

    /// <summary>The packet's hops; after a drop there are none.</summary>
    public IReadOnlyList<Hop> Hops { get; } = hops;

    /// <summary>Who answers for the VIP, an interface each.</summary>
    public IReadOnlyList<Hop> Resolution { get; } = resolution;

    /// <summary>Which source address the server's own connections take.</summary>
    public IReadOnlyList<Hop> Connections { get; } = connections;

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
