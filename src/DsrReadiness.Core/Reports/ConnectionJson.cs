using System;
using System.Globalization;
using System.IO;
using DsrReadiness.Connections;

namespace DsrReadiness.Reports;

/// <summary>Results of real packets as a JSON array, written one at a time. The members are part of the contract: they are never renamed, and every one is always there.</summary>
internal sealed class ConnectionJson(Stream stream) : JsonList<ConnectionResult>(stream)
{
    public static (string Name, object? Value)[] Of(ConnectionResult result) =>
    [
        ("format", "dsr-connection/1"),
        ("virtualIPAddress", result.VirtualIPAddress),
        ("port", result.Port),
        ("server", result.Server),
        ("address", result.Address),
        ("linkLayerAddress", result.LinkLayerAddress),
        ("outcome", result.Outcome),
        ("reason", result.Reason),
        ("recommendation", result.Recommendation),
        ("command", result.Command),
        ("checks", result.Explains),
        ("warnings", result.Warnings),
        ("disagreement", result.Disagreement),
        ("claims", result.Claims),
        ("packet", Of(result.Probe)),
        ("control", Of(result.Control)),
    ];

    protected override (string Name, object? Value)[] Members(ConnectionResult result) => Of(result);

    private static (string Name, object? Value)[]? Of(Observation? seen) => seen is null ? null :
    [
        ("reply", seen.Reply),
        ("milliseconds", Math.Round(seen.Elapsed.TotalMilliseconds, 1)),
        ("attempts", seen.Attempts),
        ("bytes", seen.Bytes),
        ("source", seen.Source),
        ("detail", seen.Detail),
        ("status", seen.Status),
        ("tls", Of(seen.Tls)),
    ];

    private static (string Name, object? Value)[]? Of(TlsFacts? tls) => tls is null ? null :
    [
        ("protocol", tls.Protocol),
        ("failure", tls.Failure),
        ("subject", tls.Certificate?.Subject),
        ("names", tls.Certificate?.Names ?? []),
        ("issuer", tls.Certificate?.Issuer),
        ("notBefore", Time(tls.Certificate?.NotBefore)),
        ("notAfter", Time(tls.Certificate?.NotAfter)),
        ("problems", tls.Certificate?.ChainProblems ?? []),
    ];

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
