using System;
using System.Collections.Generic;
using System.Net;

namespace DsrReadiness.Arp;

/// <summary>What came of asking for one address from one computer, several times.</summary>
/// <param name="By">The computer.</param>
/// <param name="Address">Who was asked for.</param>
/// <param name="Answers">How many times each MAC address answered, and on which interface.</param>
/// <param name="Questions">How many times was asked.</param>
/// <param name="WhyNot">Why it could not be asked; null if it was.</param>
/// <param name="HoldsAddress">True if the computer has the address itself, and so never asks for it.</param>
/// <param name="At">When.</param>
internal sealed record ArpProbe(
    string By,
    IPAddress Address,
    IReadOnlyDictionary<(string LinkLayerAddress, string Interface), int> Answers,
    int Questions,
    string? WhyNot,
    bool HoldsAddress,
    DateTimeOffset At)
{
    /// <summary>True if the segment was asked.</summary>
    public bool WasAsked => WhyNot is null && !HoldsAddress;
}
