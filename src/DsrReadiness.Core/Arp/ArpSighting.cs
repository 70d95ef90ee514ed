using System;
using DsrReadiness.Cim;

namespace DsrReadiness.Arp;

/// <summary>That somebody has a MAC address for a VIP.</summary>
/// <param name="By">Who has it.</param>
/// <param name="Interface">The interface on which it was heard; null where it has no name.</param>
/// <param name="State">The state of the entry in the neighbour table; null for an answer to a question.</param>
/// <param name="Answers">How many times it was the answer to a question; 0 for an entry of a neighbour table.</param>
/// <param name="Questions">How many times was asked.</param>
/// <param name="At">When the table was read, or the question asked.</param>
internal sealed record ArpSighting(string By, string? Interface, NeighborState? State, int Answers, int Questions, DateTimeOffset At)
{
    public bool IsAnswer => State is null;
}
