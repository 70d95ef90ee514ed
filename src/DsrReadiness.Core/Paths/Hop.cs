namespace DsrReadiness.Paths;

/// <summary>One station of a packet: what is true there, from which reading, and what follows.</summary>
/// <param name="Kind">Which station it is.</param>
/// <param name="Interface">The interface that the hop is about, or null.</param>
/// <param name="Statement">What is true.</param>
/// <param name="Reading">The readings that say so.</param>
/// <param name="Consequence">What follows for the packet.</param>
/// <param name="Outcome">What becomes of the packet there.</param>
internal sealed record Hop(HopKind Kind, string? Interface, string Statement, string Reading, string Consequence, HopOutcome Outcome);
