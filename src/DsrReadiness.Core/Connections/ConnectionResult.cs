using System.Collections.Generic;
using System.Net;

namespace DsrReadiness.Connections;

/// <summary>What came of a real packet for a VIP to one server.</summary>
public enum ConnectionOutcome
{
    /// <summary>The server answered from the VIP, as was asked for.</summary>
    Answered,

    /// <summary>Nothing came back in time.</summary>
    NoAnswer,

    /// <summary>A reset came: nothing listens, and no filter hides it.</summary>
    Refused,

    /// <summary>The server passed the packet on: it does not own the VIP.</summary>
    Forwarded,

    /// <summary>Nobody answers ARP or ND for the server's own address.</summary>
    Unresolved,

    /// <summary>The answer came from another address than the VIP.</summary>
    WrongSource,

    /// <summary>The TLS handshake failed.</summary>
    TlsFailed,

    /// <summary>The certificate is expired, untrusted, or for another name.</summary>
    WrongCertificate,

    /// <summary>The HTTP status is not the expected one.</summary>
    WrongStatus,

    /// <summary>The server could not be asked.</summary>
    NotAsked,
}

/// <summary>What came of asking one server for one port of one VIP.</summary>
internal sealed record ConnectionResult(IPAddress VirtualIPAddress, ConnectionPort Port, string Server, ConnectionOutcome Outcome, string Reason)
{
    /// <summary>The server's own address; null if none is known.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>The MAC address that the packet went to.</summary>
    public string? LinkLayerAddress { get; init; }

    /// <summary>What to do, in words; null if nothing.</summary>
    public string? Recommendation { get; init; }

    /// <summary>A command that finds out more, ready to be pasted; null if there is none.</summary>
    public string? Command { get; init; }

    /// <summary>Checks that could explain it, the likeliest first.</summary>
    public IReadOnlyList<string> Explains { get; init; } = [];

    /// <summary>What is wrong beside the outcome.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Where the snapshot of the server and the packet disagree; null if they do not, or there is none.</summary>
    public string? Disagreement { get; init; }

    /// <summary>Who answers ARP or ND for the VIP, in words.</summary>
    public string Claims { get; init; } = string.Empty;

    /// <summary>What came of the packet for the VIP; null if none was sent.</summary>
    public Observation? Probe { get; init; }

    /// <summary>What came of the same question for the server's own address; null if it was not asked.</summary>
    public Observation? Control { get; init; }
}
