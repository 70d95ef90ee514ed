using System;
using System.Collections.Generic;
using System.Net;

namespace DsrReadiness.Connections;

/// <summary>What came back.</summary>
internal enum Reply
{
    /// <summary>An answer, from the address that was asked.</summary>
    Answered,

    /// <summary>Nothing in time.</summary>
    Silent,

    /// <summary>A reset, or "port unreachable".</summary>
    Refused,

    /// <summary>"Time exceeded" or "host unreachable": the packet went beyond the server.</summary>
    Unreachable,

    /// <summary>An answer from an address that was not asked.</summary>
    WrongSource,

    /// <summary>This computer could not send.</summary>
    Failed,
}

/// <summary>A certificate that a server showed, and what is wrong with it.</summary>
/// <param name="Subject">Whom it is for.</param>
/// <param name="Names">The DNS names and addresses that it holds.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="NotBefore">Valid from.</param>
/// <param name="NotAfter">Valid until.</param>
/// <param name="IsNameWrong">True if it is for another name than the one that was asked for.</param>
/// <param name="ChainProblems">Why this computer does not trust it.</param>
internal sealed record CertificateFacts(
    string Subject, IReadOnlyList<string> Names, string Issuer, DateTimeOffset NotBefore, DateTimeOffset NotAfter, bool IsNameWrong, IReadOnlyList<string> ChainProblems);

/// <summary>What came of a TLS handshake.</summary>
/// <param name="Protocol">The protocol that was agreed on; null if none.</param>
/// <param name="Certificate">What the server showed; null if nothing.</param>
/// <param name="Failure">Why there is no session; null if there is.</param>
internal sealed record TlsFacts(string? Protocol, CertificateFacts? Certificate, string? Failure);

/// <summary>What came of asking one address once.</summary>
/// <param name="Reply">What came back.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record Observation(Reply Reply, TimeSpan Elapsed)
{
    /// <summary>What this computer said of it, in its own words; null if nothing.</summary>
    public string? Detail { get; init; }

    /// <summary>How many packets with a question were sent.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>How many bytes came back.</summary>
    public int Bytes { get; init; }

    /// <summary>Where an answer came from, if not from the address that was asked.</summary>
    public IPAddress? Source { get; init; }

    public TlsFacts? Tls { get; init; }

    /// <summary>The status of the HTTP response; null if there was none.</summary>
    public int? Status { get; init; }
}
